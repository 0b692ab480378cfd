import type { ShellWord } from './script.ts';

const ASSIGNMENT = /^[A-Za-z_]\w*\+?=/;

/** Options of wrappers that take the next word with them. */
const TAKES: Readonly<Record<string, RegExp>> = {
  sudo: /^-(?:[ughpCrtT]|-user|-group)$/,
  env: /^-(?:[uC]|-unset|-chdir)$/,
  exec: /^-a$/,
  time: /^-[fo]$/,
  nice: /^-n$/,
  nohup: /^$/,
  command: /^$/,
};

/** Takes assignments and programs that only run another one off the front of a command. `command -v x` asks, and runs nothing. */
export function withoutWrappers(words: readonly ShellWord[]) {
  const assignments: ShellWord[] = [];
  const wrappers: ShellWord[] = [];
  let at = 0;
  const assign = () => {
    for (let word = words[at]; word && ASSIGNMENT.test(word.raw); word = words[at]) {
      assignments.push(word);
      at++;
    }
  };
  assign();
  for (let word = words[at]; word; word = words[at]) {
    const takes = TAKES[word.text];
    const next = words[at + 1];
    if (!takes || word.quoted || !next || (word.text === 'command' && /^-[vV]/.test(next.text))) break;
    wrappers.push(word);
    at++;
    for (let option = words[at]; option?.text.startsWith('-'); option = words[at]) at += takes.test(option.text) ? 2 : 1;
    assign();
  }
  return { assignments, wrappers, rest: words.slice(at) };
}
