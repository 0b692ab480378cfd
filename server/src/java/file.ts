import type { Fact } from '../core/fact.ts';

export interface GradlePlugin {
  readonly id: Fact;
  readonly version?: Fact;
}

/** What a project wants to know of `build.gradle(.kts)`; of `settings.gradle(.kts)` it is the name. */
export interface GradleFacts {
  readonly plugins: readonly GradlePlugin[];
  /** The version of Spring Boot's plugin. */
  readonly springBoot?: Fact;
  /** `21`, whichever way it is written: toolchain or source compatibility. */
  readonly javaVersion?: Fact;
  /** `jar { enabled = false }`: then there is no `…-plain.jar` beside the jar that runs. */
  readonly jarEnabled?: Fact;
  readonly bootJarEnabled?: Fact;
  /** The file name of the jar that runs, else of any archive. */
  readonly archiveFileName?: Fact;
  /** The name before the version: `archivesName`, `archivesBaseName`. */
  readonly archivesName?: Fact;
  readonly version?: Fact;
  /** `rootProject.name` */
  readonly rootName?: Fact;
  /** `group:artifact` or `group:artifact:version`, of whatever configuration. */
  readonly dependencies: readonly Fact[];
}

/** What a project wants to know of `pom.xml`. A property of the same file stands in for its `${name}`. */
export interface PomFacts {
  readonly artifactId?: Fact;
  /** Its own or its parent's. */
  readonly version?: Fact;
  /** `jar` where absent. */
  readonly packaging?: Fact;
  /** The version of Spring Boot: of the parent, of the imported dependencies or of the plugin. */
  readonly springBoot?: Fact;
  /** The plugin that makes a jar that runs. */
  readonly bootPlugin?: Fact;
  readonly javaVersion?: Fact;
  /** The name of the file in `target`, without `.jar`. */
  readonly finalName?: Fact;
  readonly modules: readonly Fact[];
  /** `group:artifact` */
  readonly dependencies: readonly Fact[];
}
