export type { GradleFacts, GradlePlugin, PomFacts } from './file.ts';
export { gradleFacts } from './gradle.ts';
export { pomFacts } from './pom.ts';
