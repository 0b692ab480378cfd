import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { serve } from './connection.ts';
import { nodeRuntime } from './node-runtime.ts';

serve(createConnection(ProposedFeatures.all), nodeRuntime(__dirname));
