import { hubImageNamed } from '../../core/hub-image.ts';

/** A version of Java or Node.js in an image's name, with its place in the reference. */
export interface ImageVersion {
  readonly major: number;
  readonly from: number;
  readonly to: number;
}

const JAVA: Readonly<Record<string, RegExp>> = {
  'eclipse-temurin': /^(\d{1,2})(?=$|[-_.u])/d,
  amazoncorretto: /^(\d{1,2})(?=$|[-_.u])/d,
  openjdk: /^(\d{1,2})(?=$|[-_.u])/d,
  sapmachine: /^(\d{1,2})(?=$|[-_.u])/d,
  gradle: /(?:^|-)jdk-?(\d{1,2})(?=$|[-_.u])/d,
  maven: /(?:^|-)(?:eclipse-temurin|amazoncorretto|openjdk|ibmjava|sapmachine|jdk)-(\d{1,2})(?=$|[-_.u])/d,
};

/** The version of Java that an official image comes with, as its tag says. Nothing for tags with variables and for images of others. */
export const javaOf = (image: string): ImageVersion | undefined => versionIn(image, JAVA);

/** The version of Node.js. */
export const nodeOf = (image: string): ImageVersion | undefined => versionIn(image, { node: /^(\d{1,2})(?=$|[-.])/d });

function versionIn(image: string, patterns: Readonly<Record<string, RegExp>>): ImageVersion | undefined {
  const base = image.includes('$') || image.includes('@') ? undefined : hubImageNamed(image);
  const pattern = base && patterns[base.name];
  const tag = base?.tag ?? '';
  const match = pattern?.exec(tag);
  const [start, end] = match?.indices?.[1] ?? [];
  if (!match || start === undefined || end === undefined || !image.endsWith(`:${tag}`)) return undefined;
  const at = image.length - tag.length;
  return { major: Number(match[1]), from: at + start, to: at + end };
}
