import type { Node } from './node.ts';
import { map, quoted, scalar } from './node.ts';

/** How one flag's value is written as the value of a compose key. */
export interface ScalarKey {
  readonly key: string;
  readonly write: (text: string) => Node | undefined;
}

const number = (text: string): string | undefined => (/^-?(?:\d+\.?\d*|\.\d+)$/.test(text) ? String(Number(text)) : /^\$\{/.test(text) ? scalar(text) : undefined);
const flag = (text: string): string | undefined => (/^(?:true|t|1|)$/i.test(text) ? 'true' : /^(?:false|f|0)$/i.test(text) ? 'false' : undefined);
const seconds = (text: string): string | undefined => (/^\d+$/.test(text) ? scalar(`${text}s`).replaceAll('"', '') : undefined);

/** Flags with one value that a compose key takes as it is. */
export const SCALARS: Readonly<Record<string, ScalarKey>> = {
  name: { key: 'container_name', write: (text) => (/^[a-zA-Z0-9][\w.-]+$|\$\{/.test(text) ? scalar(text) : undefined) },
  platform: { key: 'platform', write: scalar },
  pull: { key: 'pull_policy', write: scalar },
  hostname: { key: 'hostname', write: scalar },
  domainname: { key: 'domainname', write: scalar },
  user: { key: 'user', write: (text) => (/^\d/.test(text) ? quoted(text) : scalar(text)) },
  workdir: { key: 'working_dir', write: scalar },
  restart: { key: 'restart', write: (text) => (text === 'no' ? quoted(text) : scalar(text)) },
  init: { key: 'init', write: flag },
  interactive: { key: 'stdin_open', write: flag },
  tty: { key: 'tty', write: flag },
  privileged: { key: 'privileged', write: flag },
  'read-only': { key: 'read_only', write: flag },
  'oom-kill-disable': { key: 'oom_kill_disable', write: flag },
  'use-api-socket': { key: 'use_api_socket', write: flag },
  'stop-signal': { key: 'stop_signal', write: scalar },
  'stop-timeout': { key: 'stop_grace_period', write: seconds },
  'shm-size': { key: 'shm_size', write: size },
  memory: { key: 'mem_limit', write: size },
  'memory-reservation': { key: 'mem_reservation', write: size },
  'memory-swap': { key: 'memswap_limit', write: (text) => (text === '-1' ? text : size(text)) },
  'memory-swappiness': { key: 'mem_swappiness', write: number },
  cpus: { key: 'cpus', write: number },
  'cpu-shares': { key: 'cpu_shares', write: number },
  'cpu-period': { key: 'cpu_period', write: number },
  'cpu-quota': { key: 'cpu_quota', write: number },
  'cpu-rt-period': { key: 'cpu_rt_period', write: number },
  'cpu-rt-runtime': { key: 'cpu_rt_runtime', write: number },
  'cpu-count': { key: 'cpu_count', write: number },
  'cpu-percent': { key: 'cpu_percent', write: number },
  'cpuset-cpus': { key: 'cpuset', write: quoted },
  'cgroup-parent': { key: 'cgroup_parent', write: scalar },
  cgroupns: { key: 'cgroup', write: scalar },
  ipc: { key: 'ipc', write: scalar },
  pid: { key: 'pid', write: scalar },
  uts: { key: 'uts', write: scalar },
  userns: { key: 'userns_mode', write: scalar },
  isolation: { key: 'isolation', write: scalar },
  runtime: { key: 'runtime', write: scalar },
  'oom-score-adj': { key: 'oom_score_adj', write: number },
  'pids-limit': { key: 'pids_limit', write: number },
  'mac-address': { key: 'mac_address', write: quoted },
};

/** Flags that may be given many times, each a line of a list. */
export const LISTS: Readonly<Record<string, ScalarKey>> = {
  publish: { key: 'ports', write: quoted },
  env: { key: 'environment', write: scalar },
  'env-file': { key: 'env_file', write: scalar },
  'add-host': { key: 'extra_hosts', write: quoted },
  'cap-add': { key: 'cap_add', write: scalar },
  'cap-drop': { key: 'cap_drop', write: scalar },
  device: { key: 'devices', write: quoted },
  'device-cgroup-rule': { key: 'device_cgroup_rules', write: quoted },
  dns: { key: 'dns', write: scalar },
  'dns-option': { key: 'dns_opt', write: scalar },
  'dns-opt': { key: 'dns_opt', write: scalar },
  'dns-search': { key: 'dns_search', write: scalar },
  expose: { key: 'expose', write: quoted },
  'group-add': { key: 'group_add', write: (text) => (/^\d/.test(text) ? quoted(text) : scalar(text)) },
  'security-opt': { key: 'security_opt', write: scalar },
  tmpfs: { key: 'tmpfs', write: scalar },
  'volumes-from': { key: 'volumes_from', write: (text) => scalar(`container:${text}`) },
  'label-file': { key: 'label_file', write: scalar },
};

/** Flags `NAME=VALUE` whose key takes names and values. */
export const MAPS: Readonly<Record<string, string>> = { label: 'labels', annotation: 'annotations', sysctl: 'sysctls', 'storage-opt': 'storage_opt' };

/** Limits of block devices, below `blkio_config`. */
export const DEVICES: Readonly<Record<string, readonly [key: string, value: string]>> = {
  'blkio-weight-device': ['weight_device', 'weight'],
  'device-read-bps': ['device_read_bps', 'rate'],
  'device-read-iops': ['device_read_iops', 'rate'],
  'device-write-bps': ['device_write_bps', 'rate'],
  'device-write-iops': ['device_write_iops', 'rate'],
};

/** What `--health-…` is called below `healthcheck`. */
export const HEALTH: Readonly<Record<string, ScalarKey>> = {
  'health-cmd': { key: 'test', write: (text) => ({ kind: 'list', items: [quoted('CMD-SHELL'), quoted(text)], flow: true }) },
  'health-interval': { key: 'interval', write: scalarDuration },
  'health-timeout': { key: 'timeout', write: scalarDuration },
  'health-retries': { key: 'retries', write: number },
  'health-start-period': { key: 'start_period', write: scalarDuration },
  'health-start-interval': { key: 'start_interval', write: scalarDuration },
};

function scalarDuration(text: string): string | undefined {
  return /^(?:\d+(?:\.\d+)?(?:h|m|s|ms|us|µs|ns))+$|^\$\{/.test(text) ? text : undefined;
}

function size(text: string): string | undefined {
  return /^\d+(?:\.\d+)?[bkmgt]?b?$/i.test(text) || /^\$\{/.test(text) ? (/^\d+$/.test(text) ? text : scalar(text).replaceAll('"', '')) : undefined;
}

/** `nofile=1024:2048`, `nproc=512`. */
export function ulimit(text: string): { readonly key: string; readonly value: Node } | undefined {
  const [, key, soft, hard] = /^([a-z]+)=(-?\d+)(?::(-?\d+))?$/.exec(text) ?? [];
  if (key === undefined || soft === undefined) return undefined;
  return { key, value: hard === undefined ? soft : map({ key: 'soft', value: soft }, { key: 'hard', value: hard }) };
}
