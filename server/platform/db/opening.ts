import Sqlite from 'better-sqlite3';
import { existsSync, statSync } from 'node:fs';
import { drizzle } from 'drizzle-orm/better-sqlite3';
import { migrate } from 'drizzle-orm/better-sqlite3/migrator';
import { readMigrationFiles } from 'drizzle-orm/migrator';
import { dirname } from 'node:path';
import { messageOf, StartError } from '#server/platform/start-error.ts';

/** What each connection may keep of the database in memory: the pages that a busy hour's writes and reads touch. */
const cacheKb = 32 * 1024;
/** How long the start waits for another program's lock, in ms. */
const startTimeoutMs = 2_000;
/**
 * The same for a read of the running server, in ms. SQLite waits on the thread that serves everybody, so the writer
 * does not wait at all: it tries again later.
 */
const readTimeoutMs = 50;

/** The migrated database's two connections. Throws `StartError` with the file and what to do. */
export function openConnections(
  file: string,
  migrations: string,
): { writer: Sqlite.Database; reader: Sqlite.Database } {
  try {
    assertNotNewer(file, migrations);
    const writer = connect(file, false);
    migrate(drizzle(writer), { migrationsFolder: migrations });
    writer.pragma('busy_timeout = 0');
    const reader = connect(file, true);
    reader.pragma(`busy_timeout = ${readTimeoutMs}`);
    return { writer, reader };
  } catch (reason) {
    throw reason instanceof StartError ? reason : explained(file, reason);
  }
}

function connect(file: string, readonly: boolean): Sqlite.Database {
  const client = new Sqlite(file, { readonly, timeout: startTimeoutMs });
  client.pragma(`cache_size = -${cacheKb}`);
  if (readonly) return client;
  client.pragma('journal_mode = WAL');
  client.pragma('synchronous = FULL');
  client.pragma('foreign_keys = ON');
  // What is deleted is overwritten: a recalled text is not to be found in the file.
  client.pragma('secure_delete = ON');
  return client;
}

/** Reads only: a database of a newer version is left as it is. */
function assertNotNewer(file: string, migrations: string): void {
  if (!existsSync(file) || statSync(file).size === 0) return;
  const client = new Sqlite(file, { readonly: true, timeout: startTimeoutMs });
  try {
    const known = Math.max(...readMigrationFiles({ migrationsFolder: migrations }).map((one) => one.folderMillis));
    if (newestMigration(client) <= known) return;
  } finally {
    client.close();
  }
  throw new StartError(`The data in ${dirname(file)} is of a newer Parley. Update, or restore the backup.`);
}

function newestMigration(client: Sqlite.Database): number {
  const table = client.prepare("SELECT 1 FROM sqlite_master WHERE name = '__drizzle_migrations'").get();
  if (!table) return 0;
  return Number(client.prepare('SELECT max(created_at) FROM __drizzle_migrations').pluck().get() ?? 0);
}

function explained(file: string, reason: unknown): unknown {
  const failure = reason instanceof Error && reason.cause instanceof Sqlite.SqliteError ? reason.cause : reason;
  if (!(failure instanceof Sqlite.SqliteError)) return reason;
  return new StartError(`The database ${file} cannot be opened: ${messageOf(failure)}. ${adviceOn(failure.code)}`);
}

function adviceOn(code: string): string {
  if (code.startsWith('SQLITE_BUSY')) return 'Stop the program that has it open.';
  if (code.startsWith('SQLITE_FULL')) return 'Make room on its disk.';
  if (code === 'SQLITE_NOTADB' || code.startsWith('SQLITE_CORRUPT')) {
    return 'Restore it from a backup, or set DATA_DIR to another folder.';
  }
  return 'Give it and its folder to this account, or set DATA_DIR to another folder.';
}
