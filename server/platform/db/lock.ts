import Sqlite from 'better-sqlite3';

export interface FolderLock {
  release(): void;
}

/** The library closes a database that nothing refers to, and its lock would go with it. */
const held = new Set<Sqlite.Database>();

/**
 * Takes the lock of a data folder; null while another process has it. The lock is an open transaction on a database of
 * its own: the system releases it with the process, also after `kill -9`.
 */
export function lockFolder(file: string): FolderLock | null {
  const client = new Sqlite(file, { timeout: 0 });
  try {
    client.pragma('locking_mode = EXCLUSIVE');
    // Nothing is ever written to it, so it needs no journal beside it.
    client.pragma('journal_mode = MEMORY');
    client.exec('BEGIN EXCLUSIVE');
  } catch (reason) {
    client.close();
    if (reason instanceof Sqlite.SqliteError && reason.code.startsWith('SQLITE_BUSY')) return null;
    throw reason;
  }
  held.add(client);
  return {
    release: () => {
      held.delete(client);
      client.close();
    },
  };
}
