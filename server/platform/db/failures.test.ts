import Sqlite from 'better-sqlite3';
import { sql } from 'drizzle-orm';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { errorCodes } from '#shared/errors.ts';
import { type Database, engines, makeDatabase } from '#server/testing/engines.ts';
import { openSqliteStore } from './sqlite.ts';
import type { Store, Tx } from './store.ts';
import { rooms } from '#server/features/rooms/tables.ts';
import { users } from '#server/features/users/tables.ts';

const user = (id: string, name: string) => ({
  id,
  name,
  nameKey: name,
  displayName: name,
  passwordHash: 'x',
  role: 'member' as const,
  createdAt: 1,
});
const room = (id: string, keys: { nameKey?: string; directKey?: string }) => ({
  id,
  kind: 'public' as const,
  name: id,
  createdAt: 1,
  ...keys,
});
const quiet = { now: () => 1, onCommit: () => undefined, onError: () => undefined };

describe.each(engines)('two writers who meet on %s', (engine) => {
  let database: Database;
  let store: Store;
  beforeAll(async () => {
    database = await makeDatabase(engine);
    store = await database.open(quiet);
  });
  afterAll(async () => {
    await store.close();
    await database.remove();
  });

  test.each<[string, (tx: Tx, id: string) => Promise<unknown>, object]>([
    [
      'the name of a person',
      ({ db }, id) => db.insert(db.of(users)).values(user(id, 'ann')),
      { code: 'name_taken', details: { field: 'name' } },
    ],
    [
      'the name of a room',
      ({ db }, id) => db.insert(db.of(rooms)).values(room(id, { nameKey: 'tea' })),
      { code: 'name_taken', details: { field: 'name' } },
    ],
    [
      'a direct room, which the second try finds',
      ({ db }, id) => db.insert(db.of(rooms)).values(room(id, { directKey: 'ann bob' })),
      { code: 'unavailable' },
    ],
  ])('at %s are told so, and it is no error of the server', async (_, insert, expected) => {
    const id = JSON.stringify(expected) + String(_);
    await store.write((tx) => insert(tx, `${id} 1`));
    await expect(store.write((tx) => insert(tx, `${id} 2`))).rejects.toMatchObject(expected);
  });

  test('at anything else are an error of the server, as before', async () => {
    await store.write(({ db }) => db.insert(db.of(users)).values(user('same id', 'cid')));
    const again = store.write(({ db }) => db.insert(db.of(users)).values(user('same id', 'dan')));
    await expect(again).rejects.not.toHaveProperty('code', 'name_taken');
    await expect(again).rejects.toThrow(/insert|UNIQUE/);
  });
});

describe('a database that cannot be used for now', () => {
  const folder = mkdtempSync(join(tmpdir(), 'parley-test-'));
  const file = join(folder, 'parley.db');
  const reported: unknown[] = [];
  let store: Store;
  beforeAll(async () => {
    const options = { ...quiet, onUnavailable: (reason: unknown) => reported.push(reason) };
    store = await openSqliteStore(file, 'drizzle/sqlite', options);
  });
  afterAll(async () => {
    await store.close();
    rmSync(folder, { recursive: true, force: true });
  });
  const add = (id: string, length = 1) =>
    store.write(({ db }) => db.insert(db.of(users)).values({ ...user(id, id), statusText: 'x'.repeat(length) }));
  const idsOf = async () => {
    const rows = await store.read((db) => db.select({ id: db.of(users).id }).from(db.of(users)));
    return rows.map(({ id }) => id).toSorted();
  };

  test('because its disk is full refuses a write as unavailable, keeps what it has, and goes on once there is room', async () => {
    expect(errorCodes.unavailable).toBe('SERVICE_UNAVAILABLE');
    await add('before');
    await store.write(async ({ db }) => db.all(sql`pragma max_page_count = 1`));
    const writes = [add('small'), add('large', 2_000_000), add('next')];
    const done = await Promise.allSettled(writes);
    expect(done[1]).toMatchObject({ status: 'rejected', reason: { code: 'unavailable' } });
    for (const one of done) if (one.status === 'rejected') expect(one.reason).toMatchObject({ code: 'unavailable' });
    expect(reported[0]).toMatchObject({ code: 'SQLITE_FULL' });
    const kept = ['small', 'next'].filter((_, i) => done[i * 2]?.status === 'fulfilled');
    expect(await idsOf()).toEqual(['before', ...kept].toSorted());
    await store.write(async ({ db }) => db.all(sql`pragma max_page_count = 1000000`));
    await add('after', 2_000_000);
    expect(await idsOf()).toContain('after');
  });

  test('because another program locks it lets everything else go on, and writes once it is free', async () => {
    const other = new Sqlite(file);
    other.exec('BEGIN IMMEDIATE');
    const write = add('patient');
    let turns = 0;
    const counting = setInterval(() => (turns += 1), 5);
    const reading = idsOf();
    expect(await reading).not.toContain('patient');
    await new Promise((resolve) => setTimeout(resolve, 300));
    clearInterval(counting);
    expect(turns).toBeGreaterThan(5);
    other.exec('COMMIT');
    other.close();
    await write;
    expect(await idsOf()).toContain('patient');
  });

  test('because another program keeps it locked refuses as unavailable', async () => {
    const other = new Sqlite(file);
    other.exec('BEGIN IMMEDIATE');
    await expect(add('refused')).rejects.toMatchObject({ code: 'unavailable' });
    other.close();
    expect(await idsOf()).not.toContain('refused');
  });
});
