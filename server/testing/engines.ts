import { PGlite } from '@electric-sql/pglite';
import { drizzle } from 'drizzle-orm/pglite';
import { migrate } from 'drizzle-orm/pglite/migrator';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openPostgresStore } from '#server/platform/db/postgres.ts';
import { openSqliteStore } from '#server/platform/db/sqlite.ts';
import type { Store, StoreOptions } from '#server/platform/db/store.ts';

export const engines = ['sqlite', 'postgres'] as const;
export type Engine = (typeof engines)[number];

/** A migrated, empty database of a world, which may be opened again as after a restart. */
export interface Database {
  open(options: StoreOptions): Store;
  remove(): Promise<void>;
}

export const makeDatabase = (engine: Engine): Promise<Database> => (engine === 'sqlite' ? sqlite() : postgres());

async function sqlite(): Promise<Database> {
  const folder = mkdtempSync(join(tmpdir(), 'parley-test-'));
  return {
    open: (options) => openSqliteStore(join(folder, 'parley.db'), 'drizzle/sqlite', options),
    remove: async () => rmSync(folder, { recursive: true, force: true }),
  };
}

let server: Promise<PGlite> | null = null;

/** One server for each test file, because its start takes a second; every world begins with empty schemas. */
async function postgres(): Promise<Database> {
  server ??= PGlite.create();
  const client = await server;
  await client.exec('drop schema if exists drizzle cascade; drop schema public cascade; create schema public;');
  const database = drizzle(client);
  await migrate(database, { migrationsFolder: 'drizzle/pg' });
  return {
    open: (options) => openPostgresStore(database, async () => undefined, options),
    remove: async () => undefined,
  };
}
