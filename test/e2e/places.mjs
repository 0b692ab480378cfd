// Where things are. VSC_LIB_DIR and VSC_NODE choose another VS Code than the one of ./host.
import { existsSync, realpathSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

export const ROOT = path.resolve(import.meta.dirname, '../..');
export const HOST = path.join(import.meta.dirname, 'host');
/** What build.mjs writes. */
export const OUT = path.join(ROOT, 'out/e2e');

/** The project a learner opens, and a folder without any file of Compose. */
export const MALL = path.join(ROOT, 'examples/shopping-mall');
export const PLAIN = path.join(import.meta.dirname, 'fixtures');

export const vscodeFolder = () => process.env.VSC_LIB_DIR ?? path.join(HOST, 'node_modules/code-server/lib/vscode');

/** The Node that VS Code wants: npm's own binary where there is one, else the Node that runs this. */
export function vscodeNode() {
  if (process.env.VSC_NODE) return process.env.VSC_NODE;
  const system = process.platform === 'win32' ? 'win' : process.platform;
  const file = process.platform === 'win32' ? 'node.exe' : 'node';
  const shipped = path.join(HOST, 'node_modules', `node-${system}-${process.arch}`, 'bin', file);
  return existsSync(shipped) ? shipped : process.execPath;
}

/** A path as it stands in a URI: `/c:/a%20b` for `C:\a b`. */
export const uriPath = (file) => pathToFileURL(file).pathname;

/** Whether a module is what Node was asked to run, and not imported. */
export const isProgram = ({ filename }) => realpathSync(process.argv[1]) === filename;
