import * as vscode from 'vscode';
import { matches, same } from './check.ts';
import { until } from './editor.ts';

const COMMAND = 'docker-giljabi.newProject';

const encode = (text: string) => new TextEncoder().encode(text);

/** A folder of the workspace that nobody has, for one test. */
function folderFor(name: string): vscode.Uri {
  const folder = vscode.workspace.workspaceFolders?.[0];
  if (!folder) throw new Error('no folder is open');
  return vscode.Uri.joinPath(folder.uri, name);
}

const read = async (uri: vscode.Uri) => new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));

/** The files below a folder, as paths seen from it. */
async function filesBelow(folder: vscode.Uri, path = ''): Promise<string[]> {
  const found: string[] = [];
  for (const [name, type] of await vscode.workspace.fs.readDirectory(vscode.Uri.joinPath(folder, path))) {
    const below = path === '' ? name : `${path}/${name}`;
    if (type === vscode.FileType.Directory) found.push(...(await filesBelow(folder, below)));
    else found.push(below);
  }
  return found.sort();
}

async function undoIn(uri: vscode.Uri): Promise<void> {
  await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(uri));
  await vscode.commands.executeCommand('undo');
}

async function inFolder(name: string, run: (root: vscode.Uri) => Promise<void>): Promise<void> {
  const root = folderFor(name);
  await vscode.workspace.fs.createDirectory(root);
  try {
    await run(root);
  } finally {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await vscode.workspace.fs.delete(root, { recursive: true });
  }
}

/** The generator writes a whole project, ends on its page, takes everything back in one step, and leaves what is there alone. */
export function makesProjects(): void {
  it('makes a project in an empty folder, and takes it back', () =>
    inFolder('e2e-empty', async (root) => {
      await vscode.commands.executeCommand(COMMAND, { folder: root.toString(), choices: { comments: 'short', file: 'docker-compose.yml' } });
      const files = await filesBelow(root);
      for (const file of ['.env', '.env.example', '.gitignore', 'docker-compose.yml', 'frontend/Dockerfile', 'backend/Dockerfile', 'nginx/default.conf'])
        same(files.includes(file), true);
      matches(await read(vscode.Uri.joinPath(root, '.env')), /^MYSQL_PASSWORD=[a-z2-9]{24}$/m);
      const page = await until('the page of the four steps', () =>
        vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs).find(({ input, label }) => input instanceof vscode.TabInputWebview && label.includes('네 단계')),
      );
      same(page.isActive, true);
      await undoIn(vscode.Uri.joinPath(root, 'docker-compose.yml'));
      await until('an empty folder', async () => (await filesBelow(root)).length === 0);
    }));

  it('takes in Next.js and Spring that are there, and overwrites nothing', () =>
    inFolder('e2e-existing', async (root) => {
      const before: Readonly<Record<string, string>> = {
        'web/package.json': '{ "dependencies": { "next": "16.0.0" } }\n',
        'web/package-lock.json': '{}\n',
        'web/Dockerfile': 'FROM node:22-alpine\nCMD ["node"]\n',
        'api/pom.xml':
          '<project><parent><groupId>org.springframework.boot</groupId><artifactId>spring-boot-starter-parent</artifactId><version>3.5.0</version></parent></project>\n',
        'api/src/main/resources/application.properties': 'server.port=9090\n',
        '.gitignore': 'dist\n',
      };
      for (const [path, text] of Object.entries(before)) await vscode.workspace.fs.writeFile(vscode.Uri.joinPath(root, path), encode(text));
      await vscode.commands.executeCommand(COMMAND, { folder: root.toString(), choices: { file: 'compose.yaml', comments: 'none' } });
      const compose = vscode.Uri.joinPath(root, 'compose.yaml');
      matches(await read(compose), /build: \.\/web\n[\s\S]*build: \.\/api\n[\s\S]*127\.0\.0\.1:9090/);
      for (const [path, text] of Object.entries(before)) if (path !== '.gitignore') same(await read(vscode.Uri.joinPath(root, path)), text);
      matches(await read(vscode.Uri.joinPath(root, '.gitignore')), /^dist\n[\s\S]*\.env\n/);
      await undoIn(compose);
      await until('what was there, alone', async () => (await filesBelow(root)).join() === Object.keys(before).sort().join());
      same((await vscode.workspace.openTextDocument(vscode.Uri.joinPath(root, '.gitignore'))).getText(), before['.gitignore']);
    }));
}
