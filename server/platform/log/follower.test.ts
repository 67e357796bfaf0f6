import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { LogEvent } from '#shared/events.ts';
import type { User } from '#shared/users.ts';
import { type Database, engines, makeDatabase } from '#server/testing/engines.ts';
import type { Store } from '#server/platform/db/store.ts';
import { append, nextRev } from './event-log.ts';
import { LogFollower } from './follower.ts';
import { events as eventTable } from './tables.ts';

const user: User = {
  id: 'u1',
  name: 'ann',
  displayName: 'Ann',
  role: 'member',
  statusText: '',
  avatarVersion: 0,
  createdAt: 0,
  lastSeenAt: null,
  deactivatedAt: null,
};

/** One process: a store on the shared database, and its follower. */
async function startProcess(database: Database, pollMs: number | null = null) {
  const revs: number[] = [];
  const unreadable: number[] = [];
  const follower = new LogFollower({
    publish: (events) => revs.push(...events.map(({ rev }) => rev)),
    onUnreadable: (rev) => unreadable.push(rev),
    onError: (reason) => expect.unreachable(String(reason)),
    pollMs,
  });
  const onCommit = (events: LogEvent[]) => follower.committed(events);
  const store = await database.open({
    now: () => 1,
    onCommit,
    onError: (reason) => expect.unreachable(String(reason)),
  });
  await follower.start(store);
  const close = async () => {
    await follower.close();
    await store.close();
  };
  return { store, follower, revs, unreadable, close };
}
type Process = Awaited<ReturnType<typeof startProcess>>;

/** Commits `count` events in one write. */
const commit = (store: Store, count = 1): Promise<void> =>
  store.write(async (tx) => {
    for (let i = 0; i < count; i += 1) {
      const place = { rev: await nextRev(tx), at: tx.now, roomId: null, userId: null };
      await append(tx, { kind: 'user.updated', ...place, user });
    }
  });

const upTo = (head: number, after = 0) => Array.from({ length: head - after }, (_, i) => after + i + 1);

describe.each(engines)('the follower of the log on %s', (engine) => {
  let database: Database;
  let here: Process;
  let there: Process;
  beforeEach(async () => {
    database = await makeDatabase(engine);
    here = await startProcess(database);
    there = await startProcess(database);
  });
  afterEach(async () => {
    await here.close();
    await there.close();
    await database.remove();
  });

  test('passes on what its own process commits by the time the commit is answered', async () => {
    await commit(here.store, 2);
    expect(here.revs).toEqual([1, 2]);
    expect(there.revs).toEqual([]);
  });

  test('brings what another process committed once it is woken, and in between nothing out of order', async () => {
    await commit(there.store);
    await commit(here.store);
    await here.follower.wake();
    expect(here.revs).toEqual([1, 2]);
    await there.follower.wake();
    expect(there.revs).toEqual([1, 2]);
  });

  test('reads no more than is announced: a head that it knows of wakes nobody', async () => {
    await commit(here.store);
    here.follower.announce(1);
    await here.follower.wake();
    there.follower.announce(1);
    await expect.poll(() => there.revs).toEqual([1]);
    expect(here.revs).toEqual([1]);
  });

  test('looks by itself where there are other processes', async () => {
    const polling = await startProcess(database, 5);
    await commit(there.store, 3);
    await expect.poll(() => polling.revs).toEqual([1, 2, 3]);
    await commit(there.store);
    await expect.poll(() => polling.revs).toEqual([1, 2, 3, 4]);
    await polling.close();
  });

  test('says that a row cannot be read, once, and goes on behind it', async () => {
    await there.store.write(async (tx) => {
      const broken = { roomId: null, userId: null, kind: 'user.updated' as const, messageId: null, data: '{}', at: 1 };
      await tx.db.insert(tx.db.of(eventTable)).values({ rev: await nextRev(tx), ...broken });
    });
    await commit(there.store);
    await here.follower.wake();
    expect(here.unreadable).toEqual([1]);
    expect(here.revs).toEqual([2]);
    await commit(here.store);
    expect(here.revs).toEqual([2, 3]);
  });

  test('passes each event on once and in order, however commits, reads and news interleave', async () => {
    let head = 0;
    const step = fc.record({
      at: fc.constantFrom('here', 'there'),
      what: fc.constantFrom('commit', 'commit', 'wake', 'announce', 'pause'),
      count: fc.integer({ min: 1, max: 3 }),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 25 }), async (steps) => {
        const after = head;
        here.revs.length = 0;
        there.revs.length = 0;
        const work: Promise<void>[] = [];
        for (const { at, what, count } of steps) {
          const process = at === 'here' ? here : there;
          if (what === 'commit') {
            head += count;
            work.push(commit(process.store, count));
          } else if (what === 'wake') work.push(process.follower.wake());
          else if (what === 'announce') process.follower.announce(head);
          else await new Promise(setImmediate);
        }
        await Promise.all(work);
        await Promise.all([here.follower.wake(), there.follower.wake()]);
        expect(here.revs).toEqual(upTo(head, after));
        expect(there.revs).toEqual(upTo(head, after));
      }),
      { numRuns: 40 },
    );
  });
});
