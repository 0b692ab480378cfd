// What was started must end before this process does: on a signal as well as after an error that nobody caught.

const pending = new Set();
let listening = false;

/** Promises that `end` runs once: when the answered function is called, or before a signal ends this process. */
export function endWith(end) {
  listen();
  const once = async () => {
    if (!pending.delete(once)) return;
    try {
      await end();
    } catch (error) {
      // The others must end too.
      console.error(error);
    }
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
  const leave = (code) => void endAll().finally(() => process.exit(code));
  process.once('SIGINT', () => leave(130));
  process.once('SIGTERM', () => leave(143));
  process.once('SIGHUP', () => leave(129));
  process.once('uncaughtException', (error) => {
    console.error(error);
    leave(1);
  });
}
