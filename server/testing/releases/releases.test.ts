import Sqlite from 'better-sqlite3';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { eventsAt } from '#server/platform/log/event-log.ts';
import { readEvent } from '#server/platform/log/stored-events.ts';
import { type Database, sqlite } from '#server/testing/engines.ts';
import { HeadlessClient } from '#server/testing/headless-client.ts';
import { TestApp } from '#server/testing/test-app.ts';

const place = import.meta.dirname;
const versions = readdirSync(place).flatMap((file) => (file.endsWith('.db.gz') ? [file.slice(0, -6)] : []));

const facts = z.object({
  tokens: z.record(z.enum(['ann', 'bob', 'ming']), z.string()),
  roomId: z.string(),
  lastEventId: z.number(),
  head: z.number(),
  kept: z.array(z.string()),
  recallable: z.array(
    z.object({ messageId: z.string(), by: z.enum(['ann', 'bob', 'ming']), texts: z.array(z.string()) }),
  ),
  gone: z.array(z.string()),
});

test('the databases of old releases are here, and small', () => {
  expect(versions).toContain('0.1.0');
  for (const version of versions) expect(statSync(join(place, `${version}.db.gz`)).size).toBeLessThan(200 * 1024);
});

describe.each(versions)('a database of version %s', (version) => {
  const known = facts.parse(JSON.parse(readFileSync(join(place, `${version}.json`), 'utf8')));
  let database: Database;
  let app: TestApp;
  beforeEach(async () => {
    database = await sqlite(gunzipSync(readFileSync(join(place, `${version}.db.gz`))));
    app = await TestApp.over('sqlite', database);
  });
  afterEach(() => app.close());

  /** The file and its log, once the log has gone into the file. */
  function bytesOnDisk(): Buffer {
    const file = database.file ?? '';
    const client = new Sqlite(file);
    client.pragma('wal_checkpoint(TRUNCATE)');
    client.close();
    return Buffer.concat([readFileSync(file), readFileSync(`${file}-wal`)]);
  }

  test('is opened and read: people, rooms, messages, each stored event', async () => {
    const bob = app.visit(known.tokens.bob);
    expect((await bob.users.list()).users.map(({ name }) => name)).toEqual(['ann', 'bob', 'ming']);
    expect((await bob.rooms.list()).rooms.map(({ name }) => name)).toContain('发布');
    const { messages } = await bob.messages.history({ roomId: known.roomId, cursor: { at: 'start' }, limit: 100 });
    expect(messages.map(({ id }) => id)).toEqual(expect.arrayContaining(known.kept));
    const revs = Array.from({ length: known.head }, (_, i) => i + 1);
    const rows = await app.services.store.read((db) => eventsAt(db, revs));
    expect(rows.map(({ rev }) => rev)).toEqual(revs);
    expect(rows.filter((row) => readEvent(row) === null)).toEqual([]);
  });

  test('a tab that was open over the update goes on where it was, without starting over', async () => {
    const bob = await app.visitor('bob', known.tokens.bob);
    const recorder = await bob.listen({ lastEventId: String(known.lastEventId) });
    await recorder.until(({ lastEventId }) => Number(lastEventId) >= known.head - 1);
    expect(recorder.of('resync')).toEqual([]);
    expect(recorder.of('message.posted').length).toBeGreaterThan(100);
    recorder.stop();
    const client = await HeadlessClient.open(app, bob);
    await client.show(known.roomId);
    const { cached, truth } = await client.compare();
    expect(cached).toEqual(truth);
    client.drop();
  });

  test('what was said before the update can be taken back, and what was taken back is on no page of the disk', async () => {
    expect(known.gone.filter((text) => bytesOnDisk().includes(text))).toEqual([]);
    for (const { messageId, by, texts } of known.recallable) {
      for (const text of texts) expect(bytesOnDisk().includes(text)).toBe(true);
      await app.visit(known.tokens[by]).messages.recall({ messageId });
      const bytes = bytesOnDisk();
      expect(texts.filter((text) => bytes.includes(text))).toEqual([]);
    }
    const bob = await app.visitor('bob', known.tokens.bob);
    const recorder = await bob.listen({ lastEventId: String(known.lastEventId) });
    await recorder.until(() => recorder.of('message.recalled').length >= known.recallable.length + 2);
    const heard = JSON.stringify(recorder.events);
    const secrets = [...known.gone, ...known.recallable.flatMap(({ texts }) => texts)];
    expect(secrets.filter((text) => heard.includes(text))).toEqual([]);
    recorder.stop();
  });
});
