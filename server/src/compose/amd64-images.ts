import type { HubImage } from '../core/hub-image.ts';

/** Images whose makers publish them for amd64 only. */
const AMD64_ONLY = new Set(['mcr.microsoft.com/mssql/server', 'gvenzl/oracle-xe', 'wnameless/oracle-xe-11g-r2', 'oracleinanutshell/oracle-xe-11g']);

/** Whether there is surely no build for arm64. */
export const lacksArm = ({ name, tag = '' }: HubImage): boolean =>
  AMD64_ONLY.has(name) || (name === 'mysql' && /^5(?:\.|$)/.test(tag)) || (name === 'openjdk' && /alpine/.test(tag));
