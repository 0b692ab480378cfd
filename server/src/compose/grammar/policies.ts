import { integerOf } from './go-numbers.ts';
import { type Problem, pieceOf, whole, wrong } from './problem.ts';

export type RestartReason = 'unknown' | 'retries' | 'negative';

/** Compose takes the names of Swarm too: `any` and `none`. */
const POLICIES = new Set(['no', 'none', 'always', 'any', 'unless-stopped', 'on-failure']);

/** Why the engine refuses a restart policy when the container is created; Compose itself takes any text. */
export function restartProblem(text: string): Problem<RestartReason> | undefined {
  const colon = text.indexOf(':');
  const name = pieceOf(text, 0, colon < 0 ? text.length : colon);
  if (name.text !== '' && !POLICIES.has(name.text)) return wrong('unknown', name);
  if (colon < 0) return undefined;
  const count = pieceOf(text, colon + 1);
  // What is no number counts as none at all.
  const retries = integerOf(count.text.split(':')[0] ?? '') ?? 0n;
  if (retries === 0n) return undefined;
  if (name.text !== 'on-failure') return { reason: 'retries', from: colon, to: text.length };
  return retries < 0n ? wrong('negative', count) : undefined;
}

export type SignalReason = 'unknown';

const SIGNALS = new Set(
  (
    'ABRT ALRM BUS CHLD CLD CONT FPE HUP ILL INT IO IOT KILL PIPE POLL PROF PWR QUIT SEGV STKFLT STOP SYS TERM TRAP TSTP TTIN TTOU ' +
    'UNUSED URG USR1 USR2 VTALRM WINCH XCPU XFSZ RTMIN RTMAX'
  ).split(' '),
);

/** Why the engine refuses a signal. */
export function signalProblem(text: string): Problem<SignalReason> | undefined {
  if (text === '' || /^\+?0*[1-9]\d*$/.test(text)) return undefined;
  const name = text.toUpperCase().replace(/^SIG/, '');
  return SIGNALS.has(name) || /^RT(?:MIN\+(?:1[0-5]|[1-9])|MAX-(?:1[0-4]|[1-9]))$/.test(name) ? undefined : whole('unknown', text);
}

export type PlatformReason = 'unknown' | 'too-many-parts' | 'bad-part';

const SYSTEMS = 'aix android darwin dragonfly freebsd hurd illumos ios js linux macos nacl netbsd openbsd plan9 solaris windows zos';
const PROCESSORS =
  '386 amd64 amd64p32 arm armbe arm64 arm64be ppc64 ppc64le loong64 mips mipsle mips64 mips64le mips64p32 mips64p32le ppc riscv riscv64 s390 s390x sparc sparc64 wasm ' +
  'i386 x86_64 x86-64 aarch64 armhf armel';
const ALONE = new Set(`${SYSTEMS} ${PROCESSORS}`.split(' '));

/** Why a text is no platform such as `linux/amd64`. containerd/platforms */
export function platformProblem(text: string): Problem<PlatformReason> | undefined {
  if (text === '') return undefined;
  const [first = '', ...rest] = text.split('/');
  if (!/^[\w-]+(?:\([\w.%+-]*\))?$/.test(first) || rest.some((part) => !/^[\w.-]+$/.test(part))) return whole('bad-part', text);
  if (rest.length > 2) return whole('too-many-parts', text);
  return rest.length > 0 || ALONE.has(first.replace(/\(.*/, '').toLowerCase()) ? undefined : whole('unknown', text);
}
