import { afterEach, beforeEach, expect, test } from 'vitest';
import type { LogEvent } from '#shared/events.ts';
import { type Database, makeDatabase } from '#server/testing/engines.ts';
import { rename } from '#server/testing/renaming.ts';
import { headRev } from '#server/platform/log/event-log.ts';
import type { Store } from './store.ts';

let database: Database;
let store: Store;
let commits: LogEvent[][];

beforeEach(async () => {
  commits = [];
  database = await makeDatabase('sqlite');
  store = await database.open({
    now: Date.now,
    onCommit: (events) => commits.push(events),
    onError: () => undefined,
  });
});
afterEach(() => database.remove());

test('a reader sees nothing of a write that is not committed', async () => {
  let letGo = () => {};
  const held = new Promise<void>((resolve) => (letGo = resolve));
  const write = store.write(async (tx) => {
    await rename(tx, 'late');
    await held;
  });
  expect(await store.read(headRev)).toBe(0);
  letGo();
  await write;
  expect(await store.read(headRev)).toBe(1);
  await store.close();
});

test('writes that wait together share one commit', async () => {
  const writes = 40;
  await Promise.all(Array.from({ length: writes }, (_, i) => store.write((tx) => rename(tx, `g${i}`))));
  expect(commits.flat()).toHaveLength(writes);
  // As many as fit into a slice of time.
  expect(commits.length).toBeLessThan(writes / 2);
  await store.close();
});

test('closing waits for the writes and reads under way, and refuses later ones at once', async () => {
  const write = store.write((tx) => rename(tx, 'last'));
  const read = store.read(headRev);
  await store.close();
  await expect(write).resolves.toBe(1);
  await expect(read).resolves.toBeTypeOf('number');
  await expect(store.write((tx) => rename(tx, 'too late'))).rejects.toThrow('not open');
});

test('what was committed is there after opening the file again', async () => {
  await store.write((tx) => rename(tx, 'kept'));
  await store.close();
  store = await database.open({ now: Date.now, onCommit: () => undefined, onError: () => undefined });
  expect(await store.read(headRev)).toBe(1);
  await store.close();
});
