// What was started must end, however this process ends: programs of their own process group get no Ctrl+C from the terminal.

const pending = new Set();
let listening = false;

/** Promises that `end` runs once: when the answered function is called, or before a signal ends this process. */
export function endWith(end) {
  listen();
  const once = () => {
    if (!pending.delete(once)) return Promise.resolve();
    return Promise.resolve(end()).catch((error) => console.error(error));
  };
  pending.add(once);
  return once;
}

/** Ends all that is still running, the youngest first. */
export async function endAll() {
  for (const end of [...pending].reverse()) await end();
}

function listen() {
  if (listening) return;
  listening = true;
  for (const [signal, code] of [
    ['SIGINT', 130],
    ['SIGTERM', 143],
    ['SIGHUP', 129],
  ]) {
    process.once(signal, () => void endAll().finally(() => process.exit(code)));
  }
}
