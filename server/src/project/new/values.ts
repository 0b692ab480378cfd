import type { Choices } from './choices.ts';
import type { Values } from './expand.ts';
import type { Found } from './found.ts';

/** Makes a password nobody else has. */
export type Secret = () => string;

/** What differs between the databases. */
const DATABASES = {
  mysql: { image: 'mysql:8.4', port: '3306', folder: '/var/lib/mysql', prefix: 'MYSQL', jdbc: 'jdbc:mysql' },
  mariadb: { image: 'mariadb:11.8', port: '3306', folder: '/var/lib/mysql', prefix: 'MARIADB', jdbc: 'jdbc:mariadb' },
  postgres: { image: 'postgres:17-alpine', port: '5432', folder: '/var/lib/postgresql/data', prefix: 'POSTGRES', jdbc: 'jdbc:postgresql' },
} as const;

/** Everything that templates ask for. What was found counts only where it is of the chosen kind. */
export function valuesOf(choices: Choices, found: Found): Values {
  const { frontend, backend, proxy, database, cache, purpose } = choices;
  const front = found.frontend?.kind === frontend ? found.frontend : undefined;
  const back = found.backend?.kind === backend ? found.backend : undefined;
  const express = back?.kind === 'express' ? back : undefined;
  const spring = back?.kind === 'express' ? undefined : back;
  const frontendFolder = front?.folder ?? freeFolder('frontend/', `${frontend}/`, found);
  const backendFolder = back?.folder ?? freeFolder('backend/', `${backend}/`, found);
  const frontendPort = frontend === 'vite' ? '80' : (front?.port ?? '3000');
  const frontendHostPort = frontend === 'vite' ? '8080' : frontendPort;
  const backendPort = back?.port ?? '8080';
  return {
    ...choices,
    ...databaseValues(database),
    ...bootValues(spring?.springBoot ?? '3.5.14'),
    frontendFolder,
    frontendPath: pathOf(frontendFolder),
    frontendPort,
    frontendHostPort,
    frontendMemory: frontend === 'vite' ? '128m' : '512m',
    ownFrontend: !front,
    standalone: front?.standalone ?? true,
    backendFolder,
    backendPath: pathOf(backendFolder),
    backendPort,
    ownBackend: !back,
    spring: backend === 'spring-gradle' || backend === 'spring-maven',
    actuator: spring?.actuator ?? true,
    wrapper: spring?.wrapper ?? false,
    java: spring?.java ?? '21',
    // Gradle runs on Java 25 from 9.1 on. https://docs.gradle.org/current/userguide/compatibility.html
    gradleImage: spring?.java === '25' ? 'gradle:9.1-jdk25' : `gradle:8.14-jdk${spring?.java ?? '21'}`,
    entry: express?.entry ?? 'server.js',
    built: express?.built ?? false,
    otherCompose: found.compose !== undefined && found.compose !== choices.file ? found.compose : '',
    front: frontend !== 'none' || backend !== 'none' || proxy !== 'none',
    // Whoever has only the data wants to reach it.
    openData: purpose === 'development' || backend === 'none',
    isolated: purpose === 'production' && backend !== 'none',
    data: database !== 'none' || cache !== 'none',
    url: proxy !== 'none' ? 'http://localhost' : frontend !== 'none' ? `http://localhost:${frontendHostPort}` : `http://localhost:${backendPort}`,
  };
}

/** What the templates of one service ask for besides. */
export function roleValues(role: 'frontend' | 'backend', { frontend, backend }: Choices, found: Found): Values {
  const own = found[role];
  const chosen = role === 'frontend' ? frontend : backend;
  const node = own?.kind === chosen && 'manager' in own ? own : undefined;
  return { manager: node?.manager ?? 'npm', node: node?.node ?? '24' };
}

/** The usual folder of a new application, unless a project of another kind lives there. */
const freeFolder = (usual: string, otherwise: string, { frontend, backend }: Found): string => (frontend?.folder === usual || backend?.folder === usual ? otherwise : usual);

const pathOf = (folder: string): string => (folder === '' ? '.' : `./${folder.replace(/\/$/, '')}`);

function databaseValues(database: Choices['database']): Values {
  const { image, port, folder, prefix, jdbc } = DATABASES[database === 'none' ? 'mysql' : database];
  return {
    databaseImage: image,
    databasePort: port,
    databaseFolder: folder,
    jdbc: `${jdbc}://${database}:${port}`,
    databaseVariable: database === 'postgres' ? 'POSTGRES_DB' : `${prefix}_DATABASE`,
    userVariable: `${prefix}_USER`,
    passwordVariable: `${prefix}_PASSWORD`,
    rootVariable: `${prefix}_ROOT_PASSWORD`,
  };
}

/** What changed its name in Spring Boot. https://docs.spring.io/spring-boot/reference/packaging/container-images/dockerfiles.html */
function bootValues(version: string): Values {
  const [major = 3, minor = 0] = version.split('.').map(Number);
  const isAtLeast = (a: number, b: number) => major > a || (major === a && minor >= b);
  return {
    layers: isAtLeast(3, 3) ? 'tools' : 'layertools',
    launcher: isAtLeast(3, 2) ? 'org.springframework.boot.loader.launch.JarLauncher' : 'org.springframework.boot.loader.JarLauncher',
    redisPrefix: isAtLeast(3, 0) ? 'SPRING_DATA_REDIS' : 'SPRING_REDIS',
  };
}
