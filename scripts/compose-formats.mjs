// What the text of a value must look like where the schema only says "string" or "string or number": the places that
// compose-go converts (loader/interpolate.go, transform/, types/) and those that the engine refuses when a container, a network or
// an image is made. A path is the keys with `*` for a name and `[]` for an item. server/src/compose/formats.ts says what a format is.

const service = (...paths) => paths.map((path) => `services.*.${path}`);
const below = (key, ...paths) => paths.map((path) => `${key}.${path}`);
const hooks = (...paths) => ['pre_start', 'post_start', 'pre_stop'].flatMap((hook) => below(`services.*.${hook}.[]`, ...paths));

const FORMATS = {
  duration: service(
    ...below('healthcheck', 'interval', 'timeout', 'start_period', 'start_interval'),
    'stop_grace_period',
    ...below('deploy.update_config', 'delay', 'monitor'),
    ...below('deploy.rollback_config', 'delay', 'monitor'),
    ...below('deploy.restart_policy', 'delay', 'window'),
  ),
  bytes: service(
    'mem_limit',
    'mem_reservation',
    'mem_swappiness',
    'memswap_limit',
    'shm_size',
    'build.shm_size',
    'deploy.resources.limits.memory',
    'deploy.resources.reservations.memory',
    'volumes.[].tmpfs.size',
    ...below('blkio_config', 'device_read_bps.[].rate', 'device_read_iops.[].rate', 'device_write_bps.[].rate', 'device_write_iops.[].rate'),
  ),
  boolean: [
    ...service(
      'attach',
      'depends_on.*.required',
      'depends_on.*.restart',
      'develop.watch.[].exec.privileged',
      'env_file.[].required',
      'healthcheck.disable',
      'init',
      'oom_kill_disable',
      'privileged',
      'read_only',
      'stdin_open',
      'tty',
      ...below('build', 'no_cache', 'privileged', 'pull'),
      ...below('volumes.[]', 'bind.create_host_path', 'read_only', 'volume.nocopy'),
    ),
    ...hooks('privileged', 'per_replica'),
    ...below('networks.*', 'attachable', 'enable_ipv4', 'enable_ipv6', 'external', 'internal'),
    'volumes.*.external',
    'secrets.*.external',
    'configs.*.external',
  ],
  integer: service(
    'cpu_period',
    'cpu_quota',
    'cpu_rt_period',
    'cpu_rt_runtime',
    'cpu_shares',
    'deploy.resources.limits.pids',
    'deploy.resources.reservations.generic_resources.[].discrete_resource_spec.value',
    'oom_score_adj',
    'pids_limit',
    'ulimits.*.hard',
    'ulimits.*.soft',
  ),
  natural: service(
    'cpu_count',
    'healthcheck.retries',
    'scale',
    ...below('deploy', 'placement.max_replicas_per_node', 'replicas', 'restart_policy.max_attempts', 'rollback_config.parallelism', 'update_config.parallelism'),
  ),
  float: service('cpus', ...below('deploy', 'resources.limits.cpus', 'resources.reservations.cpus', 'rollback_config.max_failure_ratio', 'update_config.max_failure_ratio')),
  percent: service('cpu_percent'),
  count: service('deploy.resources.reservations.devices.[].count', 'gpus.[].count'),
  limit: service('ulimits.*'),
  'build-limit': service('build.ulimits.*'),
  mode: service('build.secrets.[].mode', 'configs.[].mode', 'secrets.[].mode'),
  number: service('blkio_config.weight', 'blkio_config.weight_device.[].weight', 'volumes.[].tmpfs.mode'),
  whole: [...service('expose.[]', 'group_add.[]'), 'secrets.*.driver_opts.*'],
  port: service('ports.[]'),
  'target-port': service('ports.[].target'),
  'published-port': service('ports.[].published'),
  'host-ip': service('ports.[].host_ip'),
  address: [...service('dns', 'dns.[]', 'networks.*.link_local_ips.[]'), ...below('networks.*.ipam.config.[]', 'aux_addresses.*', 'gateway')],
  ipv4: service('networks.*.ipv4_address'),
  ipv6: service('networks.*.ipv6_address'),
  network: below('networks.*.ipam.config.[]', 'ip_range', 'subnet'),
  hardware: service('mac_address', 'networks.*.mac_address'),
  mount: service('volumes.[]'),
  device: service('devices.[]'),
  'extra-host': service('build.extra_hosts.[]', 'extra_hosts.[]'),
  'host-address': service('build.extra_hosts.*', 'build.extra_hosts.*.[]', 'extra_hosts.*', 'extra_hosts.*.[]'),
  argument: service('build.args.[]'),
  variable: [...service('develop.watch.[].exec.environment.[]', 'environment.[]'), ...hooks('environment.[]')],
  pair: service('build.additional_contexts.[]'),
  ssh: service('build.ssh.[]'),
  security: service('security_opt.[]'),
  command: [...service('command', 'develop.watch.[].exec.command', 'entrypoint'), ...hooks('command')],
  'env-format': service('env_file.[].format'),
  image: service('build.tags.[]', 'image', 'pre_start.[].image'),
  restart: service('restart'),
  condition: service('deploy.restart_policy.condition'),
  signal: service('stop_signal'),
  platform: service('build.platforms.[]', 'platform'),
};

const byPath = new Map(Object.entries(FORMATS).flatMap(([format, paths]) => paths.map((path) => [path, format])));

/** The format of the scalar at a path; nothing where any text will do. */
export const formatOf = (path) => byPath.get(path);
