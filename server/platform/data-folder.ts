import { chmodSync, existsSync, mkdirSync, readdirSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { type FolderLock, lockFolder } from './db/lock.ts';
import { messageOf, StartError } from './start-error.ts';

/** What Parley keeps in the folder; a folder that holds nothing else was made for it. */
const ownFiles = /^(?:parley\.db(?:-wal|-shm|-journal)?|parley\.lock|secret(?:-\d+)?)$/;

/** The folder that holds everything, in use by this process alone. */
export interface DataFolder {
  readonly path: string;
  /** The file of the database. */
  readonly database: string;
  /** Lets another process have it; the end of this process does so as well. */
  release(): void;
}

/**
 * Makes the folder, or takes the one that is there, readable by this account alone. Throws `StartError` with the path
 * and what to do, also while another process uses it.
 */
export function openDataFolder(given: string): DataFolder {
  const path = resolve(given);
  // Holds for every file this process makes from here on: the database has password hashes, and so have its copies.
  process.umask(0o077);
  const lock = explained(path, () => {
    makeFolder(path);
    return lockFolder(join(path, 'parley.lock'));
  });
  try {
    makePrivate(path);
  } catch (reason) {
    // A file of another account, or a file system without modes: using it is not made worse by reading it.
    console.error(`Other accounts of this machine may read ${path}: ${messageOf(reason)}`);
  }
  return { path, database: join(path, 'parley.db'), release: () => lock.release() };
}

function explained(path: string, open: () => FolderLock | null): FolderLock {
  let lock: FolderLock | null;
  try {
    lock = open();
  } catch (reason) {
    throw new StartError(
      `The data folder ${path} cannot be used: ${messageOf(reason)}. Set DATA_DIR to a folder that this account may write to.`,
    );
  }
  if (lock) return lock;
  throw new StartError(
    `Another Parley is using the data folder ${path}. Stop that one first, or set DATA_DIR to another folder.`,
  );
}

/** One folder at a time: Node's recursive `mkdir` never returns where a file system refuses the way /proc does. */
function makeFolder(path: string): void {
  if (existsSync(path)) {
    if (!statSync(path).isDirectory()) throw new Error(`${path} is not a folder`);
    return;
  }
  makeFolder(dirname(path));
  mkdirSync(path, { mode: 0o700 });
}

/** SQLite gives the files it makes beside a database the mode of that database. */
function makePrivate(path: string): void {
  const names = readdirSync(path);
  for (const name of names) if (ownFiles.test(name)) narrow(join(path, name), 0o600);
  if (names.every((name) => ownFiles.test(name))) narrow(path, 0o700);
}

function narrow(path: string, mode: number): void {
  if ((statSync(path).mode & 0o077) !== 0) chmodSync(path, mode);
}
