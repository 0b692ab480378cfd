/**
 * The environment variable that overrides a setting: dots and list indices become underscores, dashes go.
 * https://docs.spring.io/spring-boot/reference/features/external-config.html#features.external-config.typesafe-configuration-properties.relaxed-binding.environment-variables
 */
export const environmentNameOf = (key: string): string => joined(key, '');

/** All names Spring takes for it: also the older form that keeps the dashes as underscores. */
export const environmentNamesOf = (key: string): readonly string[] => [...new Set([joined(key, ''), joined(key, '_')])];

const joined = (key: string, dash: string) =>
  key
    .replace(/-/g, dash)
    .replace(/\[|\]/g, '.')
    .replace(/\.+/g, '.')
    .replace(/^\.|\.$/g, '')
    .replace(/\./g, '_')
    .toUpperCase();

/** A file that Spring, Quarkus or Micronaut reads settings from by its name. */
export const isSettingsName = (name: string): boolean => FILE.test(name);

/** `prod` of `application-prod.yml`. */
export const profileOf = (name: string): string | undefined => FILE.exec(name)?.[1];

const FILE = /(?:^|[\\/])(?:application|bootstrap)(?:-([^\\/]+?))?\.(?:ya?ml|properties)$/;
