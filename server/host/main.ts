/** The whole server is one file that runs in Node, in a Web Worker and as a command. */
if (typeof process === 'object' && typeof process.versions?.node === 'string') {
  // A language server is told how to speak; whoever says nothing of that is at a terminal.
  const speaks = process.argv.some((word) => /^--(?:stdio|node-ipc|socket|pipe)(?:=|$)/.test(word));
  if (speaks) void import('./node.ts');
  else void import('./cli/main.ts');
} else void import('./browser.ts');
