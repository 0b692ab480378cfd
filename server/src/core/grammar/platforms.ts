import { type Problem, whole } from './problem.ts';

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
