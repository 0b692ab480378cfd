import { commands, type QuickInputButton, type QuickPickItem, Range, type TextDocument, ThemeIcon, Uri, WorkspaceEdit, window, workspace } from 'vscode';
import type { Choices, NewFile, NewProjectResult } from '../../../server/host/protocol.ts';
import { ko } from '../ko.ts';
import type { Pages } from '../made-pages.ts';
import { chooseStack } from './choose-stack.ts';

/** What whoever runs the command without being asked says: tests and other extensions. */
interface Answers {
  readonly folder?: string;
  readonly choices: Partial<Choices>;
  /** Files that are there and may be written over. */
  readonly overwrite?: readonly string[];
}

type Ask = (folder: string, choices: Partial<Choices>) => Promise<NewProjectResult>;

/** Makes a new project in a folder of the workspace: asks what it shall be made of, shows what it will write, writes it as one edit, and ends on the page of the four steps. */
export async function newProject(ask: Ask, pages: Pages, answers: unknown): Promise<void> {
  const given = answersOf(answers);
  const folder = given ? folderOf(given.folder) : await chosenFolder();
  if (!folder) return;
  const suggestion = await ask(folder.toString(), given?.choices ?? {});
  if (!suggestion) return void window.showErrorMessage(ko.newProject.noAnswer);
  const choices = given ? suggestion.choices : await chooseStack(suggestion);
  if (!choices) return;
  const project = given ? suggestion : await ask(folder.toString(), choices);
  if (!project) return void window.showErrorMessage(ko.newProject.noAnswer);
  if (project.unusable) return void window.showWarningMessage(ko.newProject.unusable[project.unusable]);
  const name = pages.next();
  const files = given ? project.files.filter(({ kind, path }) => kind !== 'exists' || given.overwrite?.includes(path)) : await chosenFiles(folder, project.files, pages, name);
  if (!files) return;
  if (!(await written(folder, files))) return void window.showErrorMessage(ko.newProject.notWritten);
  await commands.executeCommand('markdown.showPreview', pages.put(`${name}/${ko.newProject.steps}.md`, project.page));
}

/** Menus pass words of their own. */
function answersOf(answers: unknown): Answers | undefined {
  return isAnswers(answers) ? answers : undefined;
}

const isAnswers = (it: unknown): it is Answers => typeof it === 'object' && it !== null && 'choices' in it && typeof it.choices === 'object';

/** A folder by its address, or the first of the workspace. */
const folderOf = (address: string | undefined): Uri | undefined => (address === undefined ? workspace.workspaceFolders?.[0]?.uri : Uri.parse(address, true));

async function chosenFolder(): Promise<Uri | undefined> {
  const { workspaceFolders: folders = [] } = workspace;
  if (folders.length === 0) {
    // The window opens anew on the folder; the command is there in it again.
    const open = await window.showInformationMessage(ko.newProject.openFolder, ko.newProject.open);
    if (open) await commands.executeCommand('vscode.openFolder');
    return undefined;
  }
  return folders.length === 1 ? folders[0]?.uri : (await window.showWorkspaceFolderPick({ placeHolder: ko.newProject.folder }))?.uri;
}

interface FileItem extends QuickPickItem {
  readonly file: NewFile;
}

const look: QuickInputButton = { iconPath: new ThemeIcon('diff'), tooltip: ko.newProject.look };

/** The files that one agrees to: new ones and added lines unless one takes them out, existing ones only when one puts them in. */
function chosenFiles(folder: Uri, files: readonly NewFile[], pages: Pages, name: string): Promise<readonly NewFile[] | undefined> {
  const pick = window.createQuickPick<FileItem>();
  pick.title = ko.newProject.title;
  pick.placeholder = ko.newProject.files;
  pick.canSelectMany = true;
  pick.matchOnDescription = true;
  pick.ignoreFocusOut = true;
  pick.items = files.map((file) => ({ file, label: file.path, description: ko.newProject.kinds[file.kind], buttons: [look] }));
  pick.selectedItems = pick.items.filter(({ file }) => file.kind !== 'exists');
  return new Promise((resolve) => {
    let taken: readonly NewFile[] | undefined;
    pick.onDidTriggerItemButton(({ item: { file } }) => void preview(folder, file, pages, name));
    pick.onDidAccept(() => {
      taken = pick.selectedItems.map(({ file }) => file);
      pick.hide();
    });
    pick.onDidHide(() => {
      pick.dispose();
      resolve(taken);
    });
    pick.show();
  });
}

/** What a file would become, beside what it is now. */
async function preview(folder: Uri, { path, text, kind }: NewFile, pages: Pages, name: string): Promise<void> {
  const shown = pages.put(`${name}/${path}`, text);
  if (kind === 'new') await commands.executeCommand('vscode.open', shown, { preview: true, preserveFocus: true });
  else await commands.executeCommand('vscode.diff', Uri.joinPath(folder, path), shown, `${path} (${ko.newProject.kinds[kind]})`, { preview: true, preserveFocus: true });
}

/** One edit, so that one undo takes everything back. What is there is edited as text: an undo of a file that was written over would delete it. */
async function written(folder: Uri, files: readonly NewFile[]): Promise<boolean> {
  if (files.length === 0) return true;
  const edit = new WorkspaceEdit();
  const edited: TextDocument[] = [];
  for (const { path, text, kind, before } of files) {
    const uri = Uri.joinPath(folder, path);
    if (kind === 'new' || before === undefined) {
      edit.createFile(uri, { contents: new TextEncoder().encode(text), overwrite: kind !== 'new' });
      continue;
    }
    const document = await workspace.openTextDocument(uri);
    edited.push(document);
    const end = document.positionAt(document.getText().length);
    if (kind === 'adds') edit.insert(uri, end, text.slice(before.length));
    else edit.replace(uri, new Range(document.positionAt(0), end), text);
  }
  if (!(await workspace.applyEdit(edit))) return false;
  for (const document of edited) await document.save();
  return true;
}
