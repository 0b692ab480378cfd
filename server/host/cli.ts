import { explain } from '../src/service/explain.ts';
import { ko } from './ko.ts';
import { nodeRuntime } from './node-runtime.ts';

/** `docker-giljabi COMMAND …`. Answers the exit code: 0 done, 1 nothing found, 2 wrong usage. */
async function main([command, ...words]: readonly string[]): Promise<number> {
  switch (command) {
    case 'explain': {
      if (words.length === 0) return usage(ko.explainUsage);
      const { text, candidates } = await explain(words, nodeRuntime(__dirname).loadLessons);
      if (text !== undefined) {
        print(text);
        return 0;
      }
      process.stderr.write(`${ko.notFound(words.join(' '), candidates)}\n`);
      return 1;
    }
    case undefined:
    case '-h':
    case '--help':
    case 'help':
      print(ko.usage);
      return command === undefined ? 2 : 0;
    default:
      return usage(ko.unknownCommand(command));
  }
}

function usage(line: string): number {
  process.stderr.write(`${line}\n`);
  return 2;
}

const print = (text: string) => process.stdout.write(`${text}\n`);

main(process.argv.slice(2)).then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    process.stderr.write(`${ko.failed(error instanceof Error ? error.message : String(error))}\n`);
    process.exitCode = 2;
  },
);
