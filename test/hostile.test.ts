import assert from 'node:assert/strict';
import * as command from '../server/src/command/index.ts';
import * as compose from '../server/src/compose/index.ts';
import { defaultSettings } from '../server/src/core/check.ts';
import * as dockerfile from '../server/src/dockerfile/index.ts';
import { check as checkIgnore } from '../server/src/dockerignore/check.ts';
import * as dockerignore from '../server/src/dockerignore/index.ts';
import { check as checkDotenv } from '../server/src/dotenv/check.ts';
import * as dotenv from '../server/src/dotenv/index.ts';
import { valuesOf } from '../server/src/dotenv/values.ts';
import { rules as ignoreRules } from '../server/src/generated/dockerignore-rules.ts';
import { rules as dotenvRules } from '../server/src/generated/dotenv-rules.ts';
import { serviceIn } from '../server/src/service/service.ts';

/** Far above what any of these takes, far below what a wrong turn would take. */
const LIMIT_MS = 10_000;

const many = (text: string, count = 50_000) => text.repeat(count);

describe('hostile input', () => {
  const check = (what: string, language: string, text: string, offset = text.length >> 1) =>
    it(`${language}: ${what}`, function () {
      this.timeout(LIMIT_MS);
      switch (language) {
        case 'dockerfile':
          dockerfile.topicAt(dockerfile.parse(text), offset);
          break;
        case 'compose':
          compose.topicAt(compose.parse(text), offset);
          break;
        case 'dockerignore': {
          const file = dockerignore.parse(text);
          dockerignore.topicAt(file, offset);
          checkIgnore(file, ignoreRules, defaultSettings, () => {});
          break;
        }
        case 'env': {
          const file = dotenv.parse(text);
          valuesOf(file);
          dotenv.topicAt(file, offset);
          checkDotenv(file, dotenvRules, defaultSettings, () => {});
          break;
        }
        default:
          command.topicAt(command.parse(text, language === 'markdown' ? 'markdown' : 'shell'), offset);
      }
    });

  check('unclosed expansions in each other', 'dockerfile', `LABEL a=${many('${a:-')}`);
  check('closed expansions in each other', 'dockerfile', `LABEL a=${many('${a:-', 5000)}${many('}', 5000)}`);
  check('a pattern full of stars', 'dockerfile', `FROM a\nARG V=${many('a', 400)}\nLABEL a=\${V##${many('*a', 30)}b}`, 420);
  check('one long word', 'dockerfile', `RUN ${many('a', 1_000_000)}`);
  check('one long JSON string', 'dockerfile', `CMD ["${many('a', 1_000_000)}"]`);
  check('a backslash at every line end', 'dockerfile', `RUN a${many(' \\\n')}`);
  check('many heredocs that never end', 'dockerfile', many('RUN <<A\n', 5000));
  check('many arrows', 'dockerfile', `RUN ${many('<<', 100_000)}`);
  check('binary', 'dockerfile', many('\0\uD800\n', 20_000));
  check('one line of blanks', 'compose', `services:\n  a${many(' ', 200_000)}b\n`);
  check('unclosed variables in each other', 'compose', `services:\n  a:\n    image: ${many('${a:-')}\n`);
  check('brackets in each other', 'compose', `services: ${many('[', 20_000)}`);
  check('an alias bomb', 'compose', `x-a: &a [1,2]\n${Array.from({ length: 40 }, (_, i) => `x-${i}: &a${i} [*a${i - 1}, *a${i - 1}]`).join('\n')}\nservices: {a: *a39}\n`);
  check('tabs and Hangul', 'compose', many('\t서비스: 😀\n', 5000));
  check('substitutions in each other', 'shell', `docker run ${many('$(docker ', 20_000)}`);
  check('one long line', 'shell', `docker run ${many('-e A=b ', 20_000)}`);
  check('a pattern full of stars', 'dockerignore', `${many('**/*a', 400)}b\n!${many('a/', 2000)}b\n`);
  check('one long path', 'dockerignore', `*a\n!${many('a/', 500_000)}b\n`);
  check('open brackets and braces', 'dockerignore', `${many('[', 100_000)}\n${many('{,', 100_000)}\n`);
  check('many lines of everything', 'dockerignore', Array.from({ length: 20_000 }, (_, i) => `${i % 3 === 0 ? '!' : ''}*${i}/**/a${i % 7}?`).join('\n'));
  check('many names and exceptions', 'dockerignore', Array.from({ length: 40_000 }, (_, i) => `${i % 2 === 0 ? '!' : ''}a/b${i}`).join('\n'));
  check('open fences', 'markdown', many('```bash\n', 20_000));
  check('one long line', 'env', `A=${many(' ', 200_000)}#`);
  check('quotes that never end', 'env', many('A="\\"\n'));
  check('variables in each other', 'env', `A=${many('${A:-')}${many('}')}`);
  check('variables without end', 'env', many('A=${B\n'));
  check('lines that are refused', 'env', many('A B=1\nA=\\\n-- x\n'));
  check('one name and one value again and again', 'env', many('A=$A #1\nB=${C}$(a\nC=# x\n', 20_000));
  check('backslashes and braces', 'env', `A="${many('\\')}${many('${a')}"\nB=${many('$(a ')}`);

  it('a file of ten megabytes answers', async function () {
    this.timeout(LIMIT_MS * 3);
    const service = serviceIn({ read: async () => undefined, stat: async () => undefined, list: async () => undefined, loadLessons: async () => ({}) });
    service.documents.open('file:///Dockerfile', 'dockerfile', 1, many('RUN echo hello world\n', 50_000));
    await service.hover('file:///Dockerfile', { line: 25_000, character: 1 });
    assert.ok(true);
  });
});
