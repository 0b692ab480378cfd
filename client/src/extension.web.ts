import { type ExtensionContext, Uri } from 'vscode';
import { LanguageClient } from 'vscode-languageclient/browser';
import { type Api, clientOptions, start } from './client.ts';
import { ko } from './ko.ts';

/** In the browser the server is a Web Worker. */
export function activate(context: ExtensionContext): Promise<Api> {
  const worker = new Worker(Uri.joinPath(context.extensionUri, 'dist', 'server.web.js').toString(true));
  return start(context, new LanguageClient('docker-giljabi', ko.name, worker, clientOptions));
}
