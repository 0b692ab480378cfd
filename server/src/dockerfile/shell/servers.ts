import { remembered } from '../../core/remember.ts';
import { type Command, isKnown, programOf, type Script } from './script.ts';

export interface Server {
  /** As one says it: `npm start`. */
  readonly name: string;
  /** It is made for developing: it reloads, it is slow, it is not meant for visitors. */
  readonly development: boolean;
  /** It goes on until somebody stops it. */
  readonly endless: boolean;
}

const PRODUCTION = { development: false, endless: true };
const DEVELOPMENT = { development: true, endless: true };

/** The server that a command starts in the foreground, as far as its words say; nothing where they hold a variable. */
export function serverIn(command: Command): Server | undefined {
  if (!isKnown(command)) return undefined;
  const words = command.words.map(({ text }) => text);
  const program = programOf(command);
  if (words.some((word) => /^(?:-h|--help|-v|-V|--version|-version|--daemon(?:ize)?|-D|-t)$/.test(word))) return undefined;
  const [, ...rest] = words;
  return /^(?:npx|bunx|uv|poetry|pipenv)$/.test(program)
    ? serverOf(rest[0] === 'run' ? (rest[1] ?? '') : (rest[0] ?? ''), rest.slice(rest[0] === 'run' ? 2 : 1))
    : serverOf(program, rest);
}

/** The servers that a script starts, with their commands. Worked out once for each. */
export const serversIn = remembered((script: Script): readonly { readonly command: Command; readonly server: Server }[] =>
  script.commands.flatMap((command) => {
    const server = serverIn(command);
    return server ? [{ command, server }] : [];
  }),
);

function serverOf(program: string, rest: readonly string[]): Server | undefined {
  const [first = '', second = ''] = rest;
  switch (program) {
    case 'npm':
    case 'yarn':
    case 'pnpm':
    case 'bun': {
      const script = first === 'run' ? second : first;
      if (/^(?:dev|start:dev|develop)$/.test(script) && (first === 'run' || program !== 'npm'))
        return { name: `${program} ${first === 'run' ? 'run ' : ''}${script}`, ...DEVELOPMENT };
      return script === 'start' ? { name: `${program} ${first === 'run' ? 'run ' : ''}start`, ...PRODUCTION } : undefined;
    }
    case 'next':
      return first === 'dev' ? { name: 'next dev', ...DEVELOPMENT } : first === 'start' ? { name: 'next start', ...PRODUCTION } : undefined;
    case 'vite':
      return first === '' || first === 'dev' || first === 'serve' || first.startsWith('-') ? { name: 'vite', ...DEVELOPMENT } : undefined;
    case 'nodemon':
      return { name: 'nodemon', ...DEVELOPMENT };
    case 'ng':
      return first === 'serve' ? { name: 'ng serve', ...DEVELOPMENT } : undefined;
    case 'react-scripts':
      return first === 'start' ? { name: 'react-scripts start', ...DEVELOPMENT } : undefined;
    case 'flask':
      return rest.includes('run') ? { name: 'flask run', ...DEVELOPMENT } : undefined;
    case 'uvicorn':
    case 'gunicorn':
    case 'hypercorn':
      return rest.includes('--reload')
        ? { name: `${program} --reload`, ...DEVELOPMENT }
        : rest.some((word) => /^[\w.]+:\w+/.test(word))
          ? { name: program, ...PRODUCTION }
          : undefined;
    case 'java':
      return jar(rest);
    case 'mvn':
    case 'mvnw':
      return rest.includes('spring-boot:run') ? { name: 'spring-boot:run', ...DEVELOPMENT } : undefined;
    case 'gradle':
    case 'gradlew':
      return rest.includes('bootRun') ? { name: 'bootRun', ...DEVELOPMENT } : undefined;
    case 'manage.py':
      return first === 'runserver' ? { name: 'manage.py runserver', ...DEVELOPMENT } : undefined;
    case 'nginx':
      return rest.some((word) => /daemon\s+off/.test(word)) ? { name: 'nginx', ...PRODUCTION } : undefined;
    case 'sleep':
      return first === 'infinity' ? { name: 'sleep infinity', ...PRODUCTION } : undefined;
    default:
      return /^python[\d.]*$/.test(program) ? python(rest) : undefined;
  }
}

/** Options with which a Java application ends by itself: layer tools, class archives, a training run. */
const ENDS = /jarmode|ArchiveClasses|AOT|onRefresh|DumpLoaded/;

/** `java -jar app.jar` with nothing behind it: a tool would get arguments. */
function jar(rest: readonly string[]): Server | undefined {
  const at = rest.indexOf('-jar');
  const file = rest[at + 1] ?? '';
  const isApp = /(?:^|\/)app(?:lication)?\.jar$|^(?:\.\/)?(?:target|build\/libs)\/|-SNAPSHOT\.jar$/.test(file);
  if (at < 0 || at + 2 < rest.length || !isApp || rest.some((word) => ENDS.test(word))) return undefined;
  return { name: 'java -jar', ...PRODUCTION };
}

function python(rest: readonly string[]): Server | undefined {
  if (rest[0] === '-m') return serverOf(rest[1] ?? '', rest.slice(2));
  return /(?:^|\/)manage\.py$/.test(rest[0] ?? '') && rest[1] === 'runserver' ? { name: 'manage.py runserver', ...DEVELOPMENT } : undefined;
}
