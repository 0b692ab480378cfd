import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { Ajv } from 'ajv';
import { parse as parseYaml } from 'yaml';
import * as command from '../server/src/command/index.ts';
import { instructionsOf } from '../server/src/dockerfile/facts.ts';
import { flagsOf } from '../server/src/dockerfile/knowledge.ts';
import { parse as parseDockerfile } from '../server/src/dockerfile/parse.ts';
import { contentRoot, type Lesson, lessons } from './support/lessons.ts';

/** Spellings the project does not use, with the one it does. */
const WRONG: Readonly<Record<string, string>> = {
  쉘: '셸',
  명령어: '명령',
  디렉토리: '디렉터리',
  브릿지: '브리지',
  환경변수: '환경 변수',
  인자: '인수',
  시그널: '신호',
  콘테이너: '컨테이너',
  '기반 이미지': '베이스 이미지',
  '헬스 체크': '헬스체크',
  툴팁: '호버',
  멀티스테이지: '멀티 스테이지',
  '바운드 마운트': '바인드 마운트',
  '네임드 볼륨': '이름 있는 볼륨',
  '커스텀 네트워크': '사용자 정의 네트워크',
  가상머신: '가상 머신',
  하십시오: '하세요',
  '실행 형식': 'exec 형식',
  '포트 오픈': '포트 공개',
  '포트 노출': '포트 공개',
  인스트럭션: '지시문',
  deamon: 'daemon',
  애뮬레이션: '에뮬레이션',
  오베헤드: '오버헤드',
  탑재: '마운트',
  씨그룹: 'cgroup',
  아규먼트: '인수',
  독커: '도커',
  계층: '레이어',
};

const LANGUAGES = new Set(['dockerfile', 'yaml', 'bash', 'console', 'powershell', 'text', 'json', 'nginx', 'dockerignore', 'dotenv', 'ini', 'markdown']);

const schema = createRequire(import.meta.url)
  .resolve('dclint/package.json')
  .replace(/package\.json$/, 'schemas/compose.schema.json');
const isCompose = new Ajv({ strict: false, allErrors: true, validateFormats: false, validateSchema: false }).compile({
  ...JSON.parse(readFileSync(schema, 'utf8')),
  $schema: undefined,
});

/** Everything wrong with a lesson, each in a line. */
function complaints(lesson: Lesson): string[] {
  return [...form(lesson), ...language(lesson), ...links(lesson), ...lesson.fences.filter(({ label }) => label === 'good').flatMap((fence) => example(fence.language, fence.text))];
}

function* form({ lines, hover, fences, prose }: Lesson): Generator<string> {
  if (!/^# \S.* — \S.*[^.`]$/.test(lines[0] ?? '') || lines[0]?.includes('`')) yield `title: ${lines[0]}`;
  if (lines.length > 60) yield `${lines.length} lines`;
  if (hover.length > 20) yield `hover of ${hover.length} lines`;
  if (hover.join('\n').length > 900) yield `hover of ${hover.join('\n').length} characters`;
  if (hover.length < 2) yield 'hover of one line';
  if (!/(?:다|요)\./.test(hover[0] ?? '') || /^(?:[#|>-]|```)/.test(hover[0] ?? '')) yield `first sentence: ${hover[0]}`;
  if (!/^더 알아보기: <https:\/\/[^>]+>$/.test(lines.at(-2) ?? '')) yield `official page: ${lines.at(-2)}`;
  if (!/^노트: (?:보충|\d{3} «[^»]+»(?: · \d{3} «[^»]+»)*)$/.test(lines.at(-1) ?? '')) yield `notes: ${lines.at(-1)}`;
  for (const { language, label } of fences) {
    if (!LANGUAGES.has(language)) yield `fence of ${language}`;
    if (label !== undefined && label !== 'good') yield `label ${label}`;
  }
  if (/```/.test(prose)) yield 'a fence is not closed';
}

function* language({ lines, prose }: Lesson): Generator<string> {
  const words = `${lines[0]}\n${prose.replace(/`[^`]*`/g, '`')}`;
  for (const [wrong, right] of Object.entries(WRONG)) if (words.includes(wrong)) yield `${wrong} → ${right}`;
  // `!reset` and `!override` are names.
  if (/!(?!\[|reset|override)/.test(words)) yield 'an exclamation mark';
}

function* links({ file, prose }: Lesson): Generator<string> {
  for (const [, target = ''] of prose.matchAll(/\]\(([^)]+)\)/g)) {
    if (/^https:/.test(target)) continue;
    const linked = path.resolve(path.dirname(file), target);
    if (!linked.startsWith(contentRoot) || !existsSync(linked)) yield `link to ${target}`;
  }
}

function example(kind: string, text: string): string[] {
  switch (kind) {
    case 'dockerfile':
      return dockerfileProblems(text);
    case 'yaml': {
      const valid = isCompose(
        parseYaml(text, { merge: true, logLevel: 'silent', customTags: ['!reset', '!override'].map((tag) => ({ tag, resolve: (it: unknown) => it })) as never }),
      );
      return valid ? [] : (isCompose.errors ?? []).map(({ instancePath, message }) => `compose example: ${instancePath} ${message}`);
    }
    case 'bash':
      return commandProblems(text);
    default:
      return [`nothing runs a good example of ${kind}`];
  }
}

function dockerfileProblems(text: string): string[] {
  const found = [...instructionsOf(parseDockerfile(text))].map(({ block }) => block);
  return [
    ...(found.some(({ keyword }) => keyword === 'FROM') ? [] : ['Dockerfile example without FROM']),
    ...found.filter(({ keyword }) => keyword === 'unknown').map(({ name }) => `Dockerfile example: ${name.text}`),
    ...found.flatMap(({ keyword, flags }) => flags.filter(({ name }) => !flagsOf(keyword).includes(name.text)).map(({ name }) => `Dockerfile example: --${name.text}`)),
    ...found.flatMap(({ heredocs }) => heredocs.filter(({ close }) => !close).map(({ name }) => `Dockerfile example: <<${name} is open`)),
    ...found.filter(({ keyword, exec }) => (keyword === 'CMD' || keyword === 'ENTRYPOINT') && !exec).map(({ keyword }) => `Dockerfile example: ${keyword} in the shell form`),
  ];
}

/** Every word of a docker command line in an example has its own answer. */
function commandProblems(text: string): string[] {
  const file = command.parse(text, 'shell');
  return file.commands.flatMap(({ words }) => words.filter(({ span }) => command.topicAt(file, span.start)?.topic === undefined).map((word) => `command example: ${word.text}`));
}

describe('content', () => {
  it('every lesson has the form, the words, the links and examples that hold', () => {
    const wrong = lessons.flatMap((lesson) => complaints(lesson).map((what) => `${lesson.topic}: ${what}`));
    assert.deepEqual(wrong, []);
  });

  it('no two lessons share one text or one longer sentence', () => {
    const seen = new Map<string, string>();
    const shared: string[] = [];
    for (const { topic, prose } of lessons) {
      for (const sentence of new Set(prose.split(/(?<=[다요]\.)\s+|\n/).map((it) => it.replace(/^[-\s>|]+/, '').trim()))) {
        if (sentence.length <= 25 || !/[다요]\.$/.test(sentence)) continue;
        const other = seen.get(sentence);
        if (other) shared.push(`${topic} and ${other}: ${sentence}`);
        seen.set(sentence, topic);
      }
    }
    assert.deepEqual(shared, []);
  });

  it('file names differ in more than case', () => {
    const folded = lessons.map(({ topic }) => topic.toLowerCase());
    assert.equal(new Set(folded).size, folded.length);
  });

  it('a lesson says more than its name', () => {
    const thin = lessons.filter(({ hover }) => hover.join('').length < 60).map(({ topic }) => topic);
    assert.deepEqual(thin, []);
  });
});
