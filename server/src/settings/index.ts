export { settingsFacts } from './facts.ts';
export type { Setting, SettingsFacts } from './file.ts';
export { environmentNameOf, environmentNamesOf, isSettingsName, profileOf } from './names.ts';
export { filled, type Placeholder, placeholdersIn } from './placeholders.ts';
