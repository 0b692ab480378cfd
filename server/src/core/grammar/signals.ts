import { type Problem, whole } from './problem.ts';

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
