import { eq } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { Clock } from '#server/testing/clock.ts';
import { type Database, engines, makeDatabase } from '#server/testing/engines.ts';
import type { Store } from '#server/platform/db/store.ts';
import { deadLetters } from '#server/platform/dead-letters.ts';
import { defineJob, defineRecurringJob, enqueue } from './job.ts';
import { JobRunner } from './runner.ts';
import { jobs } from './tables.ts';

interface Deps {
  done: string[];
  failures: number;
}

const greet = defineJob('greet', z.object({ name: z.string() }), async ({ name }, deps: Deps) => {
  if (deps.failures > 0) {
    deps.failures -= 1;
    throw new Error(`${name} does not answer`);
  }
  deps.done.push(name);
});
const period = 1_000 * 3_600_000;
const sweep = defineRecurringJob('sweep', period, async (deps: Deps) => void deps.done.push('swept'));

describe.each(engines)('background jobs on %s', (engine) => {
  let database: Database;
  let store: Store;
  let runner: JobRunner<Deps>;
  let deps: Deps;
  let told: [number, boolean][];
  const clock = new Clock();

  const open = async () => {
    store = await database.open({
      now: clock.now,
      onCommit: () => undefined,
      onError: () => undefined,
      onJobs: () => runner.wake(),
    });
    runner = new JobRunner({
      store,
      now: clock.now,
      kinds: [greet, sweep],
      onFailure: ({ attempt, dead }) => told.push([attempt, dead]),
      onError: (reason) => expect.unreachable(String(reason)),
    });
  };
  beforeEach(async () => {
    database = await makeDatabase(engine);
    deps = { done: [], failures: 0 };
    told = [];
    await open();
    await runner.start(deps);
  });
  afterEach(async () => {
    await runner.close();
    await store.close();
    await database.remove();
  });
  const rows = () =>
    store.read((db) =>
      db
        .select()
        .from(db.of(jobs))
        .where(eq(db.of(jobs).kind, 'greet')),
    );

  test('one stored with a write runs after its commit, one of a write that failed never', async () => {
    await store
      .write(async (tx) => {
        await enqueue(tx, greet, { name: 'nobody' });
        throw new Error('no');
      })
      .catch(() => undefined);
    await store.write((tx) => enqueue(tx, greet, { name: 'ann' }));
    await expect.poll(() => deps.done).toEqual(['ann']);
    await expect.poll(rows).toEqual([]);
  });

  test('one for later waits for its time, and survives a restart', async () => {
    await store.write((tx) => enqueue(tx, greet, { name: 'late' }, { runAt: tx.now + 60_000 }));
    await runner.runDue();
    expect(deps.done).toEqual([]);
    await runner.close();
    await store.close();
    clock.advance(60_000);
    await open();
    await runner.start(deps);
    await expect.poll(() => deps.done).toEqual(['late']);
  });

  test('one that fails runs again after a pause that grows, and is dead after its last attempt', async () => {
    deps.failures = 100;
    await store.write((tx) => enqueue(tx, greet, { name: 'bob' }));
    for (let attempt = 1; attempt <= greet.maxAttempts; attempt += 1) {
      await expect.poll(() => told.length).toBe(attempt);
      await runner.runDue();
      expect(told).toHaveLength(attempt);
      clock.advance(3_600_000);
      runner.wake();
    }
    await runner.runDue();
    expect(told.map(([, dead]) => dead)).toEqual([...Array(greet.maxAttempts - 1).fill(false), true]);
    expect(await rows()).toMatchObject([{ error: 'bob does not answer', attempts: greet.maxAttempts }]);
    expect(deps.done).toEqual([]);
    expect(await store.read((db) => deadLetters(db, 10))).toMatchObject([
      { from: 'greet', error: 'bob does not answer', rev: null },
    ]);
  });

  test('one with a key that waits already is stored once', async () => {
    const later = (name: string) =>
      store.write((tx) => enqueue(tx, greet, { name }, { key: 'same', runAt: tx.now + 1_000 }));
    await later('first');
    await later('second');
    clock.advance(1_000);
    await runner.runDue();
    expect(deps.done).toEqual(['first']);
  });

  test('one with the key of a job that has begun, or is dead, is stored as well', async () => {
    deps.failures = 1;
    const keyed = (name: string) => store.write((tx) => enqueue(tx, greet, { name }, { key: 'same' }));
    await keyed('first');
    await expect.poll(() => told).toHaveLength(1);
    await keyed('second');
    await expect.poll(() => deps.done).toEqual(['second']);
    clock.advance(3_600_000);
    await runner.runDue();
    expect(deps.done).toEqual(['second', 'first']);
  });

  test('of two processes only one runs each job', async () => {
    const otherStore = await database.open({
      now: clock.now,
      onCommit: () => undefined,
      onError: () => undefined,
    });
    const onError = (reason: unknown) => expect.unreachable(String(reason));
    const options = { now: clock.now, kinds: [greet, sweep], onFailure: onError, onError };
    const other = new JobRunner({ store: otherStore, ...options });
    await other.start(deps);
    const names = Array.from({ length: 20 }, (_, i) => `person ${i}`);
    await otherStore.write(async (tx) => {
      for (const name of names) await enqueue(tx, greet, { name });
    });
    await Promise.all([runner.runDue(), other.runDue()]);
    expect(deps.done.toSorted()).toEqual(names.toSorted());
    await other.close();
    await otherStore.close();
  });

  test('a recurring one runs once each period, also when the server was down for many', async () => {
    await runner.runDue();
    expect(deps.done).toEqual([]);
    clock.advance(10 * period);
    await runner.runDue();
    expect(deps.done).toEqual(['swept']);
    clock.advance(period);
    await runner.runDue();
    expect(deps.done).toEqual(['swept', 'swept']);
  });
});
