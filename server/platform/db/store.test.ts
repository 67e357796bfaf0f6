import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { LogEvent } from '#shared/events.ts';
import { Clock } from '#server/testing/clock.ts';
import { type Database, engines, makeDatabase } from '#server/testing/engines.ts';
import { rename } from '#server/testing/renaming.ts';
import { headRev, oldestRev, pruneEvents, revsFor } from '#server/platform/log/event-log.ts';
import type { Store } from './store.ts';
import { users } from '#server/features/users/tables.ts';
import { events as eventTable, logHead } from '#server/platform/log/tables.ts';

const user = (name: string) => ({
  id: name,
  name,
  nameKey: name,
  displayName: name,
  passwordHash: 'x',
  role: 'member' as const,
  createdAt: 1,
});
const everybody = { userId: 'nobody', roomIds: [] };

describe.each(engines)('the store on %s', (engine) => {
  const clock = new Clock();
  let database: Database;
  let store: Store;
  let commits: LogEvent[][] = [];
  const troubles: unknown[] = [];

  beforeAll(async () => {
    database = await makeDatabase(engine);
    store = await database.open({
      now: clock.now,
      onCommit: (events) => commits.push(events),
      onError: (reason) => troubles.push(reason),
    });
  });
  afterAll(async () => {
    await store.close();
    await database.remove();
  });

  test('a write that fails leaves nothing behind, and its neighbours stay', async () => {
    const add = (name: string, fails: boolean) =>
      store.write(async (tx) => {
        await tx.db.insert(tx.db.of(users)).values(user(name));
        if (fails) throw new Error(`no ${name}`);
      });
    const done = await Promise.allSettled([add('one', false), add('two', true), add('three', false)]);
    expect(done.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    const rows = await store.read((db) => db.select({ id: db.of(users).id }).from(db.of(users)));
    expect(rows.map(({ id }) => id).sort()).toEqual(['one', 'three']);
  });

  test('a statement the database refuses undoes its own write alone', async () => {
    const twice = store.write(async (tx) => {
      await tx.db.insert(tx.db.of(users)).values(user('four'));
      await tx.db.insert(tx.db.of(users)).values({ ...user('four'), nameKey: 'the same id' });
    });
    const other = store.write((tx) => tx.db.insert(tx.db.of(users)).values(user('five')));
    await expect(twice).rejects.toThrow(/insert|UNIQUE/);
    await other;
    const rows = await store.read((db) => db.select({ id: db.of(users).id }).from(db.of(users)));
    expect(rows.map(({ id }) => id)).toContain('five');
    expect(rows.map(({ id }) => id)).not.toContain('four');
  });

  test('revs follow each other without gaps, also after a write that failed, and are told in order', async () => {
    commits = [];
    const before = await store.read(headRev);
    const writes = Array.from({ length: 40 }, (_, i) =>
      store.write(async (tx) => {
        const rev = await rename(tx, `w${i}`);
        if (i % 7 === 3) throw new Error('gives its rev back');
        return rev;
      }),
    );
    const revs = (await Promise.allSettled(writes)).flatMap((done) =>
      done.status === 'fulfilled' ? [done.value] : [],
    );
    const expected = Array.from({ length: revs.length }, (_, i) => before + 1 + i);
    expect(revs).toEqual(expected);
    expect(commits.flat().map(({ rev }) => rev)).toEqual(expected);
    expect(await store.read((db) => revsFor(db, everybody, before, 100))).toEqual(expected);
  });

  test('what follows a write happens after its commit, in order, and not for one that failed', async () => {
    const told: string[] = [];
    commits = [];
    await store.write(async (tx) => {
      await rename(tx, 'effects');
      tx.afterCommit(() => told.push(`first after ${commits.length} commit`));
      tx.afterCommit(() => told.push('second'));
    });
    const failed = store.write(async (tx) => {
      tx.afterCommit(() => told.push('never'));
      throw new Error('no');
    });
    await expect(failed).rejects.toThrow('no');
    expect(told).toEqual(['first after 1 commit', 'second']);
  });

  test('something that breaks after the commit does not undo the write or hold up the next', async () => {
    const done = store.write(async (tx) => {
      tx.afterCommit(() => {
        throw new Error('a listener broke');
      });
      return 'stored';
    });
    await expect(done).resolves.toBe('stored');
    expect(troubles).toEqual([new Error('a listener broke')]);
    await expect(store.write(async () => 'next')).resolves.toBe('next');
  });

  test('pruning forgets what is older than a time, and the counter goes on', async () => {
    clock.advance(1_000);
    const kept = await store.write((tx) => rename(tx, 'young'));
    await pruneEvents(store, clock.now());
    expect(await store.read(oldestRev)).toBe(kept);
    clock.advance(1_000);
    await pruneEvents(store, clock.now());
    expect(await store.read(oldestRev)).toBeNull();
    expect(await store.write((tx) => rename(tx, 'next'))).toBe(kept + 1);
  });

  test('pruning much goes in steps, between which others write', async () => {
    const many = 2_500;
    await store.write(async (tx) => {
      const e = tx.db.of(eventTable);
      const h = tx.db.of(logHead);
      const first = await rename(tx, 'old');
      const common = { kind: 'workspace.updated', data: '{}', at: tx.now } as const;
      for (let rev = first + 1; rev < first + many; rev += 100) {
        const revs = Array.from({ length: 100 }, (_, i) => rev + i).filter((at) => at < first + many);
        await tx.db.insert(e).values(revs.map((at) => ({ rev: at, ...common })));
      }
      await tx.db.update(h).set({ rev: first + many - 1 });
    });
    clock.advance(1_000);
    const kept = await store.write((tx) => rename(tx, 'young'));
    const order: string[] = [];
    const counting: Store = {
      ...store,
      write: async (work) => {
        order.push('step');
        return store.write(work);
      },
    };
    const pruned = pruneEvents(counting, clock.now()).then((count) => {
      order.push('pruned');
      return count;
    });
    await store.write((tx) => rename(tx, 'meanwhile'));
    order.push('somebody wrote');
    // And the one that the test before left behind.
    expect(await pruned).toBe(many + 1);
    expect(await store.read(oldestRev)).toBe(kept);
    expect(order.filter((what) => what === 'step')).toHaveLength(3);
    expect(order.indexOf('somebody wrote')).toBeLessThan(order.indexOf('pruned'));
  });
});
