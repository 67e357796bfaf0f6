import Sqlite from 'better-sqlite3';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildPrograms, startServerProcess } from '#server/testing/server-process.ts';
import { run } from '#server/testing/program.ts';

const root = mkdtempSync(join(tmpdir(), 'parley-start-'));
beforeAll(() => buildPrograms(), 60_000);
afterAll(() => rmSync(root, { recursive: true, force: true }));

let made = 0;
const newFolder = () => join(root, String((made += 1)));
const start = (folder: string, uid?: number) => run('main', { DATA_DIR: folder }, uid === undefined ? {} : { uid });
const seed = (folder: string, ...args: string[]) =>
  run('seed', { DATA_DIR: folder }, { args: ['--messages', '20', '--people', '4', '--rooms', '2', ...args] });
const refused = (line: string) => ({ status: 1, complaints: [expect.stringContaining(line)] });
const modeOf = (path: string) => (statSync(path).mode & 0o777).toString(8);

// Each test starts several processes, which takes seconds each on a busy machine.
describe('a data folder', () => {
  test('that a server uses is refused to a second one and to the seed, until the first is gone, even killed', async () => {
    const folder = newFolder();
    const first = await startServerProcess(folder);
    expect(await start(folder)).toMatchObject(refused(`Another Parley is using the data folder ${folder}`));
    expect(await seed(folder, '--replace')).toMatchObject(refused(`Another Parley is using the data folder ${folder}`));
    await first.kill();
    const third = await startServerProcess(folder);
    await third.kill();
    expect(await seed(folder)).toMatchObject({ status: 0, complaints: [] });
  });

  test('is readable by its account alone, one made by an earlier version included', async () => {
    const folder = newFolder();
    const before = process.umask(0o022);
    try {
      await (await startServerProcess(folder)).kill();
      expect(modeOf(folder)).toBe('700');
      const files = ['parley.db', 'parley.db-wal', 'parley.db-shm', 'parley.lock', 'secret'];
      const modes = () => files.map((file) => modeOf(join(folder, file)));
      const allPrivate = files.map(() => '600');
      expect(modes()).toEqual(allPrivate);
      chmodSync(folder, 0o755);
      for (const file of files) chmodSync(join(folder, file), 0o644);
      await (await startServerProcess(folder)).kill();
      expect([modeOf(folder), ...modes()]).toEqual(['700', ...allPrivate]);
    } finally {
      process.umask(before);
    }
  });

  test('with files of others in it keeps its mode, and only what is Parley’s is closed', async () => {
    const folder = newFolder();
    mkdirSync(folder, { mode: 0o755 });
    chmodSync(folder, 0o755);
    writeFileSync(join(folder, 'notes.txt'), 'mine', { mode: 0o644 });
    await (await startServerProcess(folder)).kill();
    expect([modeOf(folder), modeOf(join(folder, 'notes.txt'))]).toEqual(['755', '644']);
    expect(modeOf(join(folder, 'parley.db'))).toBe('600');
  });

  test('of a newer version is refused, and nothing is written to it', async () => {
    const folder = newFolder();
    await (await startServerProcess(folder)).kill();
    const file = join(folder, 'parley.db');
    const client = new Sqlite(file);
    client.exec(`INSERT INTO __drizzle_migrations (hash, created_at) VALUES ('of the future', ${Date.now() + 1e12})`);
    client.pragma('journal_mode = DELETE');
    client.close();
    const before = readFileSync(file);
    expect(await start(folder)).toMatchObject(
      refused(`The data in ${folder} is of a newer Parley. Update, or restore the backup.`),
    );
    expect(readFileSync(file).equals(before)).toBe(true);
    expect(existsSync(`${file}-wal`)).toBe(false);
  });

  test.each(['', 'short'])('whose secret is cut short (%j) is refused', async (secret) => {
    const folder = newFolder();
    mkdirSync(folder);
    writeFileSync(join(folder, 'secret'), secret);
    const file = join(folder, 'secret');
    expect(await start(folder)).toMatchObject(refused(`${file} holds fewer than 32 characters. Restore it`));
  });

  test('whose database is none is refused, and left as it is', async () => {
    const folder = newFolder();
    mkdirSync(folder);
    const file = join(folder, 'parley.db');
    writeFileSync(file, 'some other file '.repeat(1_000));
    const before = readFileSync(file);
    expect(await start(folder)).toMatchObject(
      refused(`The database ${file} cannot be opened: file is not a database. Restore it from a backup`),
    );
    expect(readFileSync(file).equals(before)).toBe(true);
  });

  test('that cannot be made is refused at once', async () => {
    expect(await start('/proc/x')).toMatchObject(refused('The data folder /proc/x cannot be used: ENOENT'));
    const file = join(root, 'a file');
    writeFileSync(file, '');
    expect(await start(file)).toMatchObject(refused(`The data folder ${file} cannot be used: ${file} is not a folder`));
  });

  test.runIf(process.getuid?.() === 0)('that this account may not write to is refused', async () => {
    const folder = newFolder();
    mkdirSync(folder, { mode: 0o755 });
    chmodSync(root, 0o755);
    const ended = await start(folder, 65_534);
    expect(ended).toMatchObject(refused(`The data folder ${folder} cannot be used: unable to open database file`));
    expect(ended.complaints[0]).toContain('Set DATA_DIR to a folder that this account may write to.');
  });
});
