import { RelativePattern, ShellExecution, Task, type TaskDefinition, TaskGroup, type TaskProvider, type WorkspaceFolder, workspace } from 'vscode';
import { ko } from './ko.ts';

export const TASK_TYPE = 'docker-giljabi';

/** The steps of a project, in the order in which one takes them. */
const STEPS = ['build', 'up', 'ps', 'logs', 'down'] as const;
type Step = (typeof STEPS)[number];

interface StepDefinition extends TaskDefinition {
  readonly step: Step;
  /** The compose file, relative to the folder; without it Compose looks for its own. */
  readonly file?: string;
}

/** What each step runs behind `docker compose`. */
const WORDS: Readonly<Record<Step, readonly string[]>> = {
  build: ['build'],
  up: ['up', '-d'],
  ps: ['ps'],
  logs: ['logs', '-f', '--tail', '100'],
  down: ['down'],
};

const COMPOSE_FILES = '{compose,docker-compose}.{yaml,yml}';

/** The steps as tasks, of every folder that has a compose file. They run only when somebody runs them, and nowhere that is not trusted. */
export const dockerTasks: TaskProvider = {
  async provideTasks(): Promise<Task[]> {
    if (!workspace.isTrusted) return [];
    const tasks = await Promise.all((workspace.workspaceFolders ?? []).filter(({ uri }) => uri.scheme === 'file').map(tasksOf));
    return tasks.flat();
  },
  resolveTask({ definition, scope }): Task | undefined {
    const { step, file } = definition;
    const own = STEPS.find((it) => it === step);
    if (!workspace.isTrusted || !own || typeof scope !== 'object' || (file !== undefined && typeof file !== 'string')) return undefined;
    return taskOf(scope, { type: TASK_TYPE, step: own, ...(file !== undefined && { file }) });
  },
};

async function tasksOf(folder: WorkspaceFolder): Promise<Task[]> {
  const found = await workspace.findFiles(new RelativePattern(folder, COMPOSE_FILES), undefined, 1);
  if (found.length > 0) return STEPS.map((step) => taskOf(folder, { type: TASK_TYPE, step }));
  const dockerfiles = await workspace.findFiles(new RelativePattern(folder, 'Dockerfile'), undefined, 1);
  return dockerfiles.length > 0 ? [imageTask(folder)] : [];
}

function taskOf(folder: WorkspaceFolder, definition: StepDefinition): Task {
  const { step, file } = definition;
  const task = new Task(
    definition,
    folder,
    step,
    ko.name,
    new ShellExecution('docker', ['compose', ...(file === undefined ? [] : ['-f', file]), ...WORDS[step]], { cwd: folder.uri.fsPath }),
    [],
  );
  task.detail = ko.steps[step];
  if (step === 'build') task.group = TaskGroup.Build;
  return task;
}

/** Where there is only a Dockerfile, an image can be built. */
function imageTask(folder: WorkspaceFolder): Task {
  const name =
    folder.name
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-+|-+$/g, '') || 'app';
  const task = new Task(
    { type: TASK_TYPE, step: 'image' },
    folder,
    'image',
    ko.name,
    new ShellExecution('docker', ['build', '-t', `${name}:1.0`, '.'], { cwd: folder.uri.fsPath }),
    [],
  );
  task.detail = ko.steps.image;
  task.group = TaskGroup.Build;
  return task;
}
