import { type ExtensionContext, Uri } from 'vscode';
import { type Api, clientOptions, start } from './client.ts';
import { ko } from './ko.ts';

/** On the desktop and on a remote machine the server is a Node process of its own, in the browser a Web Worker. */
export async function activate(context: ExtensionContext): Promise<Api> {
  const server = Uri.joinPath(context.extensionUri, 'dist', 'server.js');
  if (typeof Worker === 'function') {
    const { LanguageClient } = await import('vscode-languageclient/browser');
    return start(context, new LanguageClient('docker-giljabi', ko.name, new Worker(server.toString(true)), clientOptions));
  }
  const { LanguageClient, TransportKind } = await import('vscode-languageclient/node');
  return start(context, new LanguageClient('docker-giljabi', ko.name, { module: server.fsPath, transport: TransportKind.ipc }, clientOptions));
}
