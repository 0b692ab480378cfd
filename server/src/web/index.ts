export { nextFacts } from './config.ts';
export type { ConfigFacts, Dependency, DependencyKind, EnvironmentUse, PackageFacts, Rewrite, Script, WebAddress } from './file.ts';
export { packageFacts } from './package.ts';
