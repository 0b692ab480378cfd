import { explain } from '../../src/service/explain.ts';
import { rulesByLanguage } from '../../src/service/rules.ts';
import { ko } from '../ko.ts';
import { nodeRuntime } from '../node-runtime.ts';
import { checkCommand } from './check-command.ts';
import { configCommand } from './config-command.ts';
import { newCommand } from './new-command.ts';
import { listedRules, rulesAsText } from './rules-command.ts';

declare const __VERSION__: string;

/** Put in when it is bundled. */
const VERSION = __VERSION__;

const runtime = nodeRuntime(__dirname);

/** The titles of all rules: the first lines of their pages. */
async function titles(): Promise<Readonly<Record<string, string>>> {
  const pages = await runtime.loadLessons('rule');
  return Object.fromEntries(Object.entries(pages).map(([topic, page]) => [topic.slice('rule/'.length), page.slice(2, page.indexOf('\n'))]));
}

/** `docker-giljabi COMMAND …`. Answers the exit code: 0 done, 1 nothing found, 2 wrong usage. */
async function main([command, ...words]: readonly string[]): Promise<number> {
  // `explain` takes words of other programs, flags among them: `explain docker run --help` asks about that flag.
  if (command !== 'explain' && (words.includes('--help') || words.includes('-h'))) return main(['help']);
  switch (command) {
    case 'check': {
      const { code, out, err } = await checkCommand(words, runtime, titles, VERSION);
      if (err !== undefined) process.stderr.write(`${err}\n`);
      if (out !== undefined && out !== '') print(out);
      return code;
    }
    case 'config': {
      const { code, out, err } = await configCommand(words, runtime);
      if (err !== undefined) process.stderr.write(`${err}\n`);
      if (out !== undefined) print(out);
      return code;
    }
    case 'new': {
      const { code, out, err } = await newCommand(words, runtime);
      if (out !== undefined) print(out);
      if (err !== undefined) process.stderr.write(`${err}\n`);
      return code;
    }
    case 'rules': {
      const format = words[0] === '--format' ? words[1] : words[0]?.startsWith('--format=') ? words[0].slice('--format='.length) : words.length === 0 ? 'text' : undefined;
      if (format !== 'text' && format !== 'json') return usage(ko.badValue('--format', format ?? words.join(' '), ['text', 'json']));
      const named = await titles();
      const rules = Object.entries(await rulesByLanguage()).flatMap(([language, own]) => listedRules(language, own, named));
      print(format === 'json' ? JSON.stringify(rules, null, 2) : rulesAsText(rules));
      return 0;
    }
    case 'explain': {
      if (words.length === 0) return usage(ko.explainUsage);
      const page = (await runtime.loadLessons('rule'))[`rule/${words.join(' ').replace(/^rule\//, '')}`];
      if (page !== undefined) {
        print(page.trimEnd());
        return 0;
      }
      const { text, candidates } = await explain(words, runtime.loadLessons);
      if (text !== undefined) {
        print(text);
        return 0;
      }
      process.stderr.write(`${ko.notFound(words.join(' '), candidates)}\n`);
      return 1;
    }
    case undefined:
    case '-h':
    case '--help':
    case 'help':
      print(ko.usage);
      return command === undefined ? 2 : 0;
    default:
      return usage(ko.unknownCommand(command));
  }
}

function usage(line: string): number {
  process.stderr.write(`${line}\n`);
  return 2;
}

const print = (text: string) => process.stdout.write(`${text}\n`);

main(process.argv.slice(2)).then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    process.stderr.write(`${ko.failed(error instanceof Error ? error.message : String(error))}\n`);
    process.exitCode = 2;
  },
);
