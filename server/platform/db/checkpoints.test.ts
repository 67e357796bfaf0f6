import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { openSqliteStore } from './sqlite.ts';
import { users } from '#server/features/users/tables.ts';

const folder = mkdtempSync(join(tmpdir(), 'parley-test-'));
const file = join(folder, 'parley.db');
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('what many commits put into the log reaches the database while the server runs, and stays after a restart', async () => {
  const options = { now: () => 1, onCommit: () => undefined, onError: () => undefined };
  const store = await openSqliteStore(file, 'drizzle/sqlite', options);
  const sizeBefore = statSync(file).size;
  for (let batch = 0; batch < 12; batch += 1) {
    await store.write(async ({ db }) => {
      const rows = Array.from({ length: 500 }, (_, i) => ({
        id: `user-${batch}-${i}`,
        name: `user-${batch}-${i}`,
        nameKey: `user-${batch}-${i}`,
        displayName: 'Somebody',
        passwordHash: '',
        role: 'member' as const,
        createdAt: 1,
      }));
      await db.insert(db.of(users)).values(rows);
    });
  }
  await expect.poll(() => statSync(file).size).toBeGreaterThan(sizeBefore + 300_000);
  await store.close();

  const reopened = await openSqliteStore(file, 'drizzle/sqlite', options);
  const rows = await reopened.read((db) => db.select({ id: db.of(users).id }).from(db.of(users)));
  expect(rows.length).toBe(6_000);
  await reopened.close();
});
