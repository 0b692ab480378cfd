// What the text of a value must look like where the schema only says "string" or "string or number": the places that
// compose-go converts (interpolation/interpolation.go, transform/, types/). A path is the keys with `*` for a name and `[]` for an item.

const FORMATS = {
  duration: [
    'services.*.healthcheck.interval',
    'services.*.healthcheck.timeout',
    'services.*.healthcheck.start_period',
    'services.*.healthcheck.start_interval',
    'services.*.stop_grace_period',
    'services.*.deploy.update_config.delay',
    'services.*.deploy.update_config.monitor',
    'services.*.deploy.rollback_config.delay',
    'services.*.deploy.rollback_config.monitor',
    'services.*.deploy.restart_policy.delay',
    'services.*.deploy.restart_policy.window',
  ],
  bytes: [],
  boolean: [],
  integer: [],
  float: [],
  port: ['services.*.ports.[]'],
  mount: ['services.*.volumes.[]'],
};

const byPath = new Map(Object.entries(FORMATS).flatMap(([format, paths]) => paths.map((path) => [path, format])));

/** The format of the scalar at a path; nothing where any text will do. */
export const formatOf = (path) => byPath.get(path);
