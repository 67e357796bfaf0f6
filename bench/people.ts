import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { eq, sql } from 'drizzle-orm';
import { nanoid } from 'nanoid';
import type { Store, Tx } from '#server/platform/db/store.ts';
import { openSqliteStore } from '#server/platform/db/sqlite.ts';
import { startSession } from '#server/features/sessions/commands.ts';
import { createWorkspace } from '#server/features/workspace/commands.ts';
import { memberships } from '#server/features/memberships/tables.ts';
import { rooms as roomTable } from '#server/features/rooms/tables.ts';
import { users } from '#server/features/users/tables.ts';

export interface Account {
  userId: string;
  token: string;
  roomIds: string[];
  /** The room they speak in. */
  roomId: string;
}
export const secret = 'only-for-measuring-only-for-measuring';
const lifetime = 90 * 86_400_000;

/** A database folder with accounts, sessions and rooms, made without hashing a password for each. */
export interface Scenario {
  folder: string;
  /** JSON file with the accounts, for the processes of the bench. */
  people: string;
  accounts: Account[];
}

/** `rooms` rooms of `each` people, nobody in two of them; `extra` rooms more hold everybody. */
export async function buildScenario(folder: string, rooms: number, each: number, extra = 0): Promise<Scenario> {
  mkdirSync(folder, { recursive: true });
  const store = await openStore(folder);
  try {
    const shared = await Promise.all(Array.from({ length: extra }, () => store.write((tx) => addRoom(tx))));
    const accounts: Account[] = [];
    for (let made = 0; made < rooms; made += 1) {
      accounts.push(...(await store.write((tx) => addRoomWithPeople(tx, accounts.length, each, shared))));
    }
    await store.write(async (tx) => {
      await createWorkspace(tx, 'Bench', 'closed', accounts[0]?.userId ?? '');
    });
    const people = join(folder, 'people.json');
    writeFileSync(people, JSON.stringify(accounts));
    return { folder, people, accounts };
  } finally {
    await store.close();
  }
}

export function openStore(folder: string): Promise<Store> {
  return openSqliteStore(join(folder, 'parley.db'), 'drizzle/sqlite', {
    now: Date.now,
    onCommit: () => {},
    onError: console.error,
  });
}

async function addRoom(tx: Tx): Promise<string> {
  const id = nanoid();
  const name = `room-${id}`;
  await tx.db.insert(tx.db.of(roomTable)).values({
    id,
    kind: 'private',
    name,
    nameKey: name.toLowerCase(),
    createdAt: tx.now,
  });
  return id;
}

async function addRoomWithPeople(tx: Tx, from: number, count: number, shared: string[]): Promise<Account[]> {
  const roomId = await addRoom(tx);
  const accounts: Account[] = [];
  for (let n = from; n < from + count; n += 1) {
    const userId = await addPerson(tx, `person-${n}`);
    const session = { userId, device: 'bench', address: '127.0.0.1', secret, lifetime };
    const { token } = await startSession(tx, session);
    accounts.push({ userId, token, roomId, roomIds: [roomId, ...shared] });
  }
  for (const { userId, roomIds } of accounts) await addMemberships(tx, userId, roomIds);
  return accounts;
}

async function addPerson(tx: Tx, name: string): Promise<string> {
  const id = nanoid();
  await tx.db.insert(tx.db.of(users)).values({
    id,
    name,
    nameKey: name,
    displayName: name,
    passwordHash: '',
    role: 'member',
    createdAt: tx.now,
  });
  return id;
}

async function addMemberships(tx: Tx, userId: string, roomIds: readonly string[]): Promise<void> {
  const m = tx.db.of(memberships);
  const r = tx.db.of(roomTable);
  const row = { userId, role: 'member', joinedAt: tx.now, lastReadRev: 0 } as const;
  await tx.db.insert(m).values(roomIds.map((roomId) => ({ roomId, ...row })));
  for (const roomId of roomIds) {
    await tx.db
      .update(r)
      .set({ memberCount: sql`${r.memberCount} + 1` })
      .where(eq(r.id, roomId));
  }
}
