import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { headRev, oldestRev, pruneEvents } from './event-log.ts';
import { deadLetters } from '#server/platform/dead-letters.ts';
import { engines } from '#server/testing/engines.ts';
import { TestApp } from '#server/testing/test-app.ts';
import { type Consumer, Consumers } from './consumers.ts';
import { slowestCursor, type StoredEvent } from './cursors.ts';
import { logCursors } from './tables.ts';

describe.each(engines)('a durable reader of the log on %s', (engine) => {
  let app: TestApp;
  let open: Consumers<object>[] = [];
  beforeEach(async () => {
    app = await TestApp.create(engine);
  });
  afterEach(async () => {
    for (const consumers of open) await consumers.close();
    open = [];
    await app.close();
  });

  async function follow(...consumers: Consumer<object>[]): Promise<Consumers<object>> {
    const { store, now } = app.services;
    const retry = { base: 5, cap: 20 };
    const onError = (reason: unknown) => expect.unreachable(String(reason));
    const made = new Consumers({ store, now, consumers, retry, onFailure: () => undefined, onError });
    open.push(made);
    await made.start({});
    return made;
  }
  const recorder = (name: string, into: StoredEvent[]): Consumer<object> => ({
    name,
    handle: async (events) => void into.push(...events),
  });

  test('gets every event after it began, in order, and after a restart goes on where it was', async () => {
    const ann = await app.person('ann');
    const seen: StoredEvent[] = [];
    const first = await follow(recorder('search', seen));
    await ann.api.users.updateProfile({ statusText: 'one' });
    first.wake();
    await expect.poll(() => seen.map(({ kind }) => kind)).toEqual(['user.updated']);
    await first.close();
    await ann.api.users.updateProfile({ statusText: 'two' });
    await ann.api.users.updateProfile({ statusText: 'three' });
    await follow(recorder('search', seen));
    await expect.poll(() => seen.map(({ data }) => JSON.parse(data).user.statusText)).toEqual(['one', 'two', 'three']);
    expect(seen.map(({ rev }) => rev)).toEqual(seen.map(({ rev }) => rev).toSorted((a, b) => a - b));
  });

  test('that fails holds up no other, and its cursor keeps the log from being pruned', async () => {
    const ann = await app.person('ann');
    const head = await app.services.store.read(headRev);
    const seen: StoredEvent[] = [];
    const broken: Consumer<object> = { name: 'broken', handle: () => Promise.reject(new Error('no')) };
    const consumers = await follow(broken, recorder('healthy', seen));
    await ann.api.users.updateProfile({ statusText: 'one' });
    consumers.wake();
    await expect.poll(() => seen).toHaveLength(1);
    expect(await app.services.store.read(slowestCursor)).toBe(head);
    await pruneEvents(app.services.store, Infinity);
    expect(await app.services.store.read(oldestRev)).toBe(head + 1);
  });

  test('passes an event that fails too often, and says which', async () => {
    const ann = await app.person('ann');
    const seen: string[] = [];
    const picky: Consumer<object> = {
      name: 'picky',
      handle: async (events) => {
        for (const { data } of events) {
          const { statusText }: { statusText: string } = JSON.parse(data).user;
          if (statusText === 'poison') throw new Error('it does not agree');
          seen.push(statusText);
        }
      },
    };
    const consumers = await follow(picky);
    for (const statusText of ['poison', 'good']) await ann.api.users.updateProfile({ statusText });
    consumers.wake();
    await expect.poll(() => seen).toEqual(['good']);
    const dead = await app.services.store.read((db) => deadLetters(db, 10));
    expect(dead).toMatchObject([{ from: 'picky', error: 'it does not agree', rev: expect.any(Number) }]);
  });

  test('is driven by one process at a time, and another takes over where it stopped', async () => {
    const ann = await app.person('ann');
    const seen: string[] = [];
    const counting = (by: string): Consumer<object> => ({
      name: 'counting',
      handle: async (events) => void seen.push(...events.map(() => by)),
    });
    const first = await follow(counting('first'));
    await ann.api.users.updateProfile({ statusText: 'one' });
    first.wake();
    await expect.poll(() => seen).toEqual(['first']);
    const second = await follow(counting('second'));
    await ann.api.users.updateProfile({ statusText: 'two' });
    second.wake();
    first.wake();
    await expect.poll(() => seen).toEqual(['first', 'first']);
    await first.close();
    await second.close();
    await ann.api.users.updateProfile({ statusText: 'three' });
    await follow(counting('third'));
    await expect.poll(() => seen).toEqual(['first', 'first', 'third']);
  });

  test('that no longer exists is forgotten, so that nothing keeps the log for ever', async () => {
    await app.person('ann');
    await (await follow(recorder('old', []))).close();
    await follow(recorder('new', []));
    const { store } = app.services;
    expect(await store.read(slowestCursor)).toBe(await store.read(headRev));
    const names = await store.read(async (db) => (await db.select().from(db.of(logCursors))).map(({ name }) => name));
    expect(names).toEqual(['new']);
  });
});
