import { type Book, type Fact, factBook, type Known } from '../core/fact.ts';
import type { GradleFacts, GradlePlugin } from './file.ts';

/** What a Gradle build says, Groovy or Kotlin, read as text: what a program puts together stays unknown. */
export function gradleFacts(text: string): Known<GradleFacts> {
  const book = factBook();
  const code = withoutComments(text);
  const plugins = pluginsIn(code, book);
  const springBoot =
    plugins.find(({ id }) => id.text === 'org.springframework.boot')?.version ??
    first(code, /["']org\.springframework\.boot:spring-boot-gradle-plugin:([^"'\n:]{1,50})["']/dg, book);
  const javaVersion = first(code, JAVA, book);
  const [jar, boot] = [blocks(code, JAR), blocks(code, BOOT_JAR)];
  const jarEnabled = firstIn(code, jar, ENABLED, book) ?? first(code, /\bjar\.enabled[ \t]{0,20}=[ \t]{0,20}(true|false)\b/dg, book);
  const bootJarEnabled = firstIn(code, boot, ENABLED, book) ?? first(code, /\bbootJar\.enabled[ \t]{0,20}=[ \t]{0,20}(true|false)\b/dg, book);
  const archiveFileName = firstIn(code, boot, FILE_NAME, book) ?? first(code, FILE_NAME, book);
  const archivesName = first(code, /\barchives(?:Base)?Name(?:\.set\(|[ \t]{0,20}=)?[ \t]{0,20}["']([^"'\n]{1,200})["']/dg, book);
  const version = first(code, /^[ \t]*version[ \t]{0,20}=?[ \t]{0,20}["']([^"'\n]{1,100})["']/dgm, book);
  const rootName = first(code, /\brootProject\.name[ \t]{0,20}=[ \t]{0,20}["']([^"'\n]{1,200})["']/dg, book);
  return book.known({
    plugins,
    ...(springBoot && { springBoot }),
    ...(javaVersion && { javaVersion }),
    ...(jarEnabled && { jarEnabled }),
    ...(bootJarEnabled && { bootJarEnabled }),
    ...(archiveFileName && { archiveFileName }),
    ...(archivesName && { archivesName }),
    ...(version && { version }),
    ...(rootName && { rootName }),
    dependencies: all(code, DEPENDENCY, book),
  });
}

/** https://docs.gradle.org/current/userguide/toolchains.html */
const JAVA =
  /\b(?:JavaLanguageVersion\.of\(|jvmToolchain\(|(?:source|target)Compatibility[ \t]{0,20}=?[ \t]{0,20}(?:JavaVersion\.VERSION_)?)[ \t]{0,20}["']?(?:1[._](?=8))?(\d{1,2})\b/dg;
const ENABLED = /\b(?:isE|e)nabled[ \t]{0,20}=[ \t]{0,20}(true|false)\b/dg;
/** https://docs.spring.io/spring-boot/gradle-plugin/packaging.html#packaging-executable */
const FILE_NAME = /\barchive(?:File)?Name(?:\.set\(|[ \t]{0,20}=)?[ \t]{0,20}["']([^"'\n]{1,200})["']/dg;
const JAR = /(?:^|[\s."'({;])jar(?:["']\s{0,9}\))?\s{0,99}\{/g;
const BOOT_JAR = /(?:^|[\s."'({;])boot[JW]ar(?:["']\s{0,9}(?:,\s{0,9}BootJar(?:\.class)?\s{0,9})?\))?\s{0,99}\{|<BootJar>\s{0,9}\{/g;
const DEPENDENCY = /^[ \t]*\w+[ \t]{0,20}\(?[ \t]{0,20}(?:(?:enforcedP|p)latform\()?["']([\w.-]+:[\w.-]+(?::[^"'\n:]{1,60})?)["']/dgm;

function pluginsIn(code: string, book: Book): GradlePlugin[] {
  const found: GradlePlugin[] = [];
  const pattern =
    /\bid[ \t]{0,20}\(?[ \t]{0,20}["']([\w.-]+)["'][ \t]{0,20}\)?(?:[ \t]{0,20}version[ \t]{0,20}\(?["']([^"'\n]{1,50})["'])?|\bapply[ \t]{0,20}\(?[ \t]{0,20}plugin[ \t]{0,20}[:=][ \t]{0,20}["']([\w.-]+)["']|^[ \t]*(java|war|application)[ \t]{0,20}$/dgm;
  for (const match of code.matchAll(pattern)) {
    const at = [1, 3, 4].find((group) => match[group] !== undefined) ?? 1;
    const id = factAt(match, at, book);
    const version = factAt(match, 2, book);
    if (id) found.push({ id, ...(version && { version }) });
  }
  return found;
}

function factAt(match: RegExpMatchArray, group: number, book: Book): Fact | undefined {
  const [start, end] = match.indices?.[group] ?? [];
  return start === undefined || end === undefined ? undefined : book.fact(match[group] ?? '', { start, end });
}

const all = (code: string, pattern: RegExp, book: Book): Fact[] => [...code.matchAll(pattern)].flatMap((match) => factAt(match, 1, book) ?? []);

function first(code: string, pattern: RegExp, book: Book): Fact | undefined {
  for (const match of code.matchAll(pattern)) return factAt(match, 1, book);
  return undefined;
}

/** The first hit inside one of the blocks. */
function firstIn(code: string, inside: readonly [number, number][], pattern: RegExp, book: Book): Fact | undefined {
  for (const [start, end] of inside) {
    for (const match of code.slice(start, end).matchAll(pattern)) {
      const [from, to] = match.indices?.[1] ?? [0, 0];
      return book.fact(match[1] ?? '', { start: start + from, end: start + to });
    }
  }
  return undefined;
}

/** Longer than the settings of a jar are, and more of them than a build has. */
const LONGEST = 2000;
const MOST = 20;

/** What stands in the braces behind each head. */
function blocks(code: string, head: RegExp): [number, number][] {
  return [...code.matchAll(head)].slice(0, MOST).map((match) => {
    const start = match.index + match[0].length;
    let depth = 1;
    let i = start;
    for (; i < Math.min(code.length, start + LONGEST); i++) {
      if (code[i] === '{') depth++;
      else if (code[i] === '}' && --depth === 0) break;
    }
    return [start, i];
  });
}

/** The same text with blanks where comments stand. */
const withoutComments = (text: string): string =>
  text.replace(/"(?:[^"\\\n]|\\.)*\\?(?:"|$)|'(?:[^'\\\n]|\\.)*\\?(?:'|$)|\/\/[^\n]*|\/\*[\s\S]*?(?:\*\/|(?![\s\S]))/gm, (piece) =>
    piece.startsWith('/') ? piece.replace(/[^\n]/g, ' ') : piece,
  );
