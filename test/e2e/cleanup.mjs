// What was started must end before this process does: on a signal as well as after an error that nobody caught.

const pending = new Set();
let listening = false;
let leaving = false;

/** Whether this process is about to end, so that what fails now has not failed by itself. */
export const isLeaving = () => leaving;

/** Promises that `end` runs once: when the answered function is called, or before this process ends. */
export function endWith(end) {
  listen();
  pending.add(end);
  return async () => {
    // Who waits here would go on to start the next thing.
    if (leaving) await new Promise(() => {});
    if (pending.delete(end)) await end();
  };
}

/** Ends all that is still running, the youngest first. */
export async function endAll() {
  for (const end of [...pending].reverse()) {
    pending.delete(end);
    // The others must end too.
    await Promise.resolve(end()).catch((error) => console.error(error));
  }
}

function listen() {
  if (listening) return;
  listening = true;
  process.once('SIGINT', () => leave(130));
  process.once('SIGTERM', () => leave(143));
  process.once('SIGHUP', () => leave(129));
  process.once('uncaughtException', (error) => {
    console.error(error);
    leave(1);
  });
}

function leave(code) {
  leaving = true;
  void endAll().finally(() => process.exit(code));
}
