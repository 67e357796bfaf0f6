import { PGlite } from '@electric-sql/pglite';
import { drizzle } from 'drizzle-orm/pglite';
import { migrate } from 'drizzle-orm/pglite/migrator';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openPostgresStore } from '#server/platform/db/postgres.ts';
import { openSqliteStore } from '#server/platform/db/sqlite.ts';
import type { Store, StoreOptions } from '#server/platform/db/store.ts';

export const engines = ['sqlite', 'postgres'] as const;
export type Engine = (typeof engines)[number];

/** A migrated, empty database of a test application, which may be opened again as after a restart. */
export interface Database {
  /** Where SQLite keeps it. */
  file: string | null;
  open(options: StoreOptions): Promise<Store>;
  remove(): Promise<void>;
}

export const makeDatabase = (engine: Engine): Promise<Database> => (engine === 'sqlite' ? sqlite() : postgres());

/** `content` is that of a database file, of whatever version. */
export async function sqlite(content?: Uint8Array): Promise<Database> {
  const folder = mkdtempSync(join(tmpdir(), 'parley-test-'));
  const file = join(folder, 'parley.db');
  if (content) writeFileSync(file, content);
  return {
    file,
    open: (options) => openSqliteStore(file, 'drizzle/sqlite', options),
    remove: async () => rmSync(folder, { recursive: true, force: true }),
  };
}

let server: Promise<PGlite> | null = null;

/** One server for each test file, because its start takes a second; every application begins with empty schemas. */
async function postgres(): Promise<Database> {
  server ??= PGlite.create();
  const client = await server;
  await client.exec('drop schema if exists drizzle cascade; drop schema public cascade; create schema public;');
  const database = drizzle(client);
  await migrate(database, { migrationsFolder: 'drizzle/pg' });
  return {
    file: null,
    open: (options) =>
      openPostgresStore({ writer: database, readers: [database], close: async () => undefined }, options),
    remove: async () => undefined,
  };
}
