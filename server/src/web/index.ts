export { nextFacts } from './config.ts';
export type { ConfigFacts, Dependency, DependencyKind, EnvironmentUse, PackageFacts, Proxy, Rewrite, Script, WebAddress, WebOrigin } from './file.ts';
export { packageFacts } from './package.ts';
