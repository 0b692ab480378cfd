import { gradleFacts, pomFacts } from '../../java/index.ts';
import { settingsFacts } from '../../settings/index.ts';
import type { Folder } from './detect.ts';
import type { Clients, FoundSpring } from './found.ts';

const SETTINGS = ['application.properties', 'application.yml', 'application.yaml'];

/** The versions of Java that Eclipse Temurin has images of. https://hub.docker.com/_/eclipse-temurin */
const JAVA = ['8', '11', '17', '21', '25'];

/** The build of a Spring Boot application; nothing for a build that has no sources of its own beside it. */
export async function detectJava(folder: Folder): Promise<FoundSpring | undefined> {
  const gradle = ['build.gradle', 'build.gradle.kts'].find((name) => folder.names.has(name));
  if ((!gradle && !folder.names.has('pom.xml')) || !folder.names.has('src')) return undefined;
  const text = (await folder.read(gradle ?? 'pom.xml')) ?? '';
  const build = gradle ? gradleOf(text) : mavenOf(text);
  if (!build) return undefined;
  const { java, springBoot, dependencies } = build;
  const has = (name: RegExp) => dependencies.some((it) => name.test(it));
  return {
    kind: gradle ? 'spring-gradle' : 'spring-maven',
    folder: folder.path,
    java: java && JAVA.includes(java) ? java : '21',
    ...(springBoot !== undefined && { springBoot }),
    wrapper: gradle ? folder.names.has('gradlew') && folder.names.has('gradle') : folder.names.has('mvnw') && folder.names.has('.mvn'),
    actuator: has(/:spring-boot-starter-actuator/),
    port: await portOf(folder),
    clients: clientsOf(has),
  };
}

interface Build {
  readonly java?: string;
  readonly springBoot?: string;
  readonly dependencies: readonly string[];
}

function gradleOf(text: string): Build | undefined {
  const { plugins, springBoot, javaVersion, dependencies } = gradleFacts(text).facts;
  if (!springBoot && !plugins.some(({ id }) => id.text === 'org.springframework.boot')) return undefined;
  return { ...(javaVersion && { java: javaVersion.text }), ...(springBoot && { springBoot: springBoot.text }), dependencies: dependencies.map((it) => it.text) };
}

function mavenOf(text: string): Build | undefined {
  const { springBoot, bootPlugin, javaVersion, dependencies } = pomFacts(text).facts;
  if (!springBoot && !bootPlugin) return undefined;
  return { ...(javaVersion && { java: javaVersion.text }), ...(springBoot && { springBoot: springBoot.text }), dependencies: dependencies.map((it) => it.text) };
}

function clientsOf(has: (name: RegExp) => boolean): Clients {
  const database = has(/:mysql-connector-j/) ? 'mysql' : has(/:mariadb-java-client/) ? 'mariadb' : has(/^org\.postgresql:postgresql/) ? 'postgres' : undefined;
  return { ...(database && { database }), redis: has(/:spring-boot-starter-data-redis/) };
}

/** `server.port`, unless a profile or a variable decides. */
async function portOf(folder: Folder): Promise<string> {
  for (const name of SETTINGS) {
    const text = await folder.read(`src/main/resources/${name}`);
    if (text === undefined) continue;
    const port = settingsFacts(name, text).facts.settings.find(({ key, profile }) => key.text === 'server.port' && profile === undefined)?.value.text;
    if (port && /^\d{2,5}$/.test(port)) return port;
  }
  return '8080';
}
