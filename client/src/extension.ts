import path from 'node:path';
import type { ExtensionContext } from 'vscode';
import { LanguageClient, TransportKind } from 'vscode-languageclient/node';
import { type Api, clientOptions, start } from './client.ts';
import { ko } from './ko.ts';

/** In the desktop and on a remote machine the server is a Node process of its own. */
export function activate(context: ExtensionContext): Promise<Api> {
  const module = context.asAbsolutePath(path.join('dist', 'server.js'));
  return start(context, new LanguageClient('docker-giljabi', ko.name, { module, transport: TransportKind.ipc }, clientOptions));
}
