import type { ClientCapabilities, Connection } from 'vscode-languageserver';
import type { RuleSettings, Severity } from '../src/service/service.ts';
import { ko } from './ko.ts';

const SECTION = 'docker-giljabi';

const SEVERITIES: readonly (Severity | 'off')[] = ['off', 'hint', 'information', 'warning', 'error'];

/** The settings `docker-giljabi.*`, whatever somebody has written there. */
export function settingsOf(settings: unknown): RuleSettings {
  const { profile, rules } = isRecord(settings) ? settings : {};
  const severities: Record<string, Severity | 'off'> = {};
  for (const [id, value] of Object.entries(isRecord(rules) ? rules : {})) {
    const severity = SEVERITIES.find((it) => it === value);
    if (severity) severities[id] = severity;
  }
  return { profile: ko.profiles[String(profile)] ?? 'beginner', severities };
}

/** Hands on what the editor has set: asked for where it answers, else as it sends it. What comes first is what came with `initialize`. */
export function settingsOver(connection: Connection, { workspace }: ClientCapabilities, initial: unknown, configure: (settings: RuleSettings) => void) {
  const answers = workspace?.configuration === true;
  let last: string | undefined;
  take(initial);

  connection.onDidChangeConfiguration(async ({ settings }: { readonly settings?: unknown }) => {
    if (answers) await ask();
    else if (isRecord(settings)) take(settings[SECTION] ?? settings);
  });

  return {
    /** After `initialized`; done when the settings are known. */
    start: async () => {
      if (answers) await ask();
    },
  };

  async function ask(): Promise<void> {
    try {
      take(await connection.workspace.getConfiguration(SECTION));
    } catch (error) {
      connection.console.warn(`settings: ${String(error)}`);
    }
  }

  function take(value: unknown): void {
    const now = JSON.stringify(value);
    // An editor where nothing is set answers null; what came before holds.
    if (!isRecord(value) || now === last) return;
    last = now;
    configure(settingsOf(value));
  }
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;
