import { remembered } from '../../core/remember.ts';
import { type Command, programOf, type Script, type ShellWord } from './script.ts';

/** A call of a package manager, taken apart: `apt-get install -y curl`. */
export interface PackageCall {
  readonly manager: string;
  readonly program: ShellWord;
  /** `install`, `add`, `update` … */
  readonly action: ShellWord;
  readonly options: readonly ShellWord[];
  readonly operands: readonly ShellWord[];
}

const CONDA = /^(?:-[cnp]|--channel|--name|--prefix|--file)$/;

/** Options that take the next word with them. */
const TAKES: Readonly<Record<string, RegExp>> = {
  'apt-get': /^(?:-[oct]|--option|--config-file|--target-release|--default-release)$/,
  apt: /^(?:-[oct]|--option|--config-file|--target-release|--default-release)$/,
  apk: /^(?:-[XtpG]|--repository|--virtual|--root|--arch|--wait)$/,
  yum: /^(?:-[cxdeR]|--enablerepo|--disablerepo|--installroot|--releasever)$/,
  dnf: /^(?:-[cxdeR]|--enablerepo|--disablerepo|--installroot|--releasever)$/,
  microdnf: /^(?:--enablerepo|--disablerepo|--installroot|--releasever)$/,
  zypper: /^(?:-[rRt]|--root|--repo|--type|--gpg-auto-import-keys=)$/,
  conda: CONDA,
  mamba: CONDA,
  pip: /^(?:-[rceit]|--requirement|--constraint|--index-url|--extra-index-url|--trusted-host|--target|--prefix|--find-links|-f|--timeout|--retries|--cache-dir|--root)$/,
};

/** The call of a package manager, if that is what a command is. `pip3` and `python -m pip` count as `pip`. */
export function packageCall(command: Command): PackageCall | undefined {
  const name = programOf(command);
  const { words } = command;
  const asModule = /^python[\d.]*$/.test(name) && words[1]?.text === '-m' && words[2]?.text === 'pip';
  const manager = asModule || /^pip[\d.]*$/.test(name) ? 'pip' : name;
  const takes = TAKES[manager];
  const program = words[0];
  if (!takes || !program) return undefined;
  const options: ShellWord[] = [];
  const operands: ShellWord[] = [];
  const rest = words.slice(asModule ? 3 : 1);
  for (let i = 0; i < rest.length; i++) {
    const word = rest[i];
    if (!word) continue;
    if (!word.text.startsWith('-')) operands.push(word);
    else {
      options.push(word);
      if (takes.test(word.text)) i++;
    }
  }
  const [action, ...packages] = operands;
  return action && { manager, program, action, options, operands: packages };
}

/** It puts packages into the image. */
export const isInstall = ({ manager, action }: PackageCall): boolean =>
  manager === 'apk' ? action.text === 'add' : /^(?:install|in|groupinstall|localinstall)$/.test(action.text);

/** `apt-get` or `apt`. */
export const isApt = ({ manager }: PackageCall): boolean => manager === 'apt-get' || manager === 'apt';

/** The calls of package managers in a script, with their commands. Worked out once for each. */
export const packageCallsIn = remembered((script: Script): readonly { readonly command: Command; readonly call: PackageCall }[] =>
  script.commands.flatMap((command) => {
    const call = packageCall(command);
    return call ? [{ command, call }] : [];
  }),
);

/** The commands that a package manager of any system runs. Worked out once for each script. */
export const managersIn = remembered((script: Script): readonly Command[] =>
  script.commands.filter((command) => /^(?:apt|apt-get|apk|dpkg|yum|dnf|microdnf|zypper|pacman)$/.test(programOf(command))),
);
