/**
 * Runs a write's work and throws when it awaited anything but the database: on SQLite every statement is done within one
 * turn of the event loop, and a write that waits for something else would hold up all the others meanwhile.
 */
export async function withinOneTurn<T>(work: () => Promise<T>): Promise<T> {
  let turned = false;
  const turn = setImmediate(() => {
    turned = true;
  });
  try {
    const value = await work();
    if (turned)
      throw new Error('A write awaited something other than the database. Do that before or after the write.');
    return value;
  } finally {
    clearImmediate(turn);
  }
}
