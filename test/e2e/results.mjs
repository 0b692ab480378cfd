// What a suite says of itself. VS Code's exit code alone proves nothing: it is 0 when the extension host was killed.

/** Whether tests ran and none failed. */
export const isGreen = (results) => results !== undefined && results.passes > 0 && results.failures === 0;

export function report(results) {
  console.log(results ? `e2e: ${results.passes} passed, ${results.failures} failed` : 'e2e: no results');
}
