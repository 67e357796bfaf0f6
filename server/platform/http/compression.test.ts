import { get, type IncomingMessage } from 'node:http';
import { mkdtempSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { compressFiles } from '#scripts/compress.mjs';
import { unique } from '#server/testing/rooms.ts';
import { TestServer, type Visitor } from '#server/testing/test-server.ts';
import { acceptedEncoding } from './compression.ts';
import { builtPages } from './pages.ts';

const folder = mkdtempSync(join(tmpdir(), 'parley-pages-'));
const page = `<!doctype html>${'<p>page</p>'.repeat(100)}`;
const script = 'export const x = 1;'.repeat(100);
let server: TestServer;
let ann: Visitor;
let roomId: string;
beforeAll(async () => {
  server = await TestServer.open();
  ann = await server.visitor('ann');
  roomId = (await ann.api.rooms.create.mutate({ kind: 'private', name: unique(), userIds: [] })).id;
  for (let n = 0; n < 20; n += 1)
    await ann.api.messages.send.mutate({ roomId, tempId: unique(), text: `message ${n}` });
  mkdirSync(join(folder, 'assets'));
  writeFileSync(join(folder, 'index.html'), page);
  writeFileSync(join(folder, 'assets', 'start-1.js'), script);
  writeFileSync(join(folder, 'small.js'), 'x');
  await compressFiles(folder);
  server.app.usePages(builtPages(folder));
});
afterAll(async () => {
  await server.close();
  rmSync(folder, { recursive: true });
});

/** The answer as it crosses the wire: `fetch` would undo the encoding. */
async function answerTo(
  path: string,
  headers: Record<string, string>,
): Promise<{ res: IncomingMessage; body: Buffer }> {
  const res = await new Promise<IncomingMessage>((resolve, reject) =>
    get({ port: server.port, path, headers }, resolve).once('error', reject),
  );
  return { res, body: await buffer(res) };
}
const historyPath = () =>
  `/trpc/messages.history?input=${encodeURIComponent(JSON.stringify({ roomId, cursor: { at: 'end' } }))}`;
const bearer = () => ({ authorization: `Bearer ${ann.token}` });

test.each([
  [undefined, null],
  ['', null],
  ['gzip, deflate, br, zstd', 'br'],
  ['GZIP;q=0.8, deflate', 'gzip'],
  ['br;q=0, gzip ;q=1', 'gzip'],
  ['identity, *;q=0', null],
])('of %j the encoding is %j', (header, encoding) => {
  expect(acceptedEncoding(header)).toBe(encoding);
});

describe('a page of history', () => {
  test.each([
    ['br', brotliDecompressSync],
    ['gzip', gunzipSync],
  ] as const)('crosses the wire in %s and is the same', async (encoding, decompress) => {
    const plain = await answerTo(historyPath(), bearer());
    const { res, body } = await answerTo(historyPath(), { ...bearer(), 'accept-encoding': encoding });
    expect(plain.res.headers['content-encoding']).toBeUndefined();
    expect([res.headers['content-encoding'], res.headers.vary]).toEqual([
      encoding,
      expect.stringContaining('Accept-Encoding'),
    ]);
    expect(body.length).toBeLessThan(plain.body.length / 4);
    expect(decompress(body).toString()).toBe(plain.body.toString());
  });

  test('is compressed in a joined answer too', async () => {
    const path = historyPath().replace('history?input=', 'history,auth.me?batch=1&input=%7B%220%22:') + '%7D';
    const { res, body } = await answerTo(path, { ...bearer(), 'accept-encoding': 'br' });
    expect(res.headers['content-encoding']).toBe('br');
    expect(JSON.parse(brotliDecompressSync(body).toString())).toHaveLength(2);
  });
});

test('a short answer and a stream of events are sent as they are', async () => {
  const accepted = { ...bearer(), 'accept-encoding': 'br, gzip' };
  const { res, body } = await answerTo('/trpc/auth.me', accepted);
  expect([res.headers['content-encoding'], JSON.parse(body.toString())]).toEqual([
    undefined,
    expect.objectContaining({ result: expect.anything() }),
  ]);
  const stream = await new Promise<IncomingMessage>((resolve) =>
    get(
      { port: server.port, path: '/trpc/sync.stream', headers: { ...accepted, accept: 'text/event-stream' } },
      resolve,
    ),
  );
  expect([stream.headers['content-type'], stream.headers['content-encoding']]).toEqual([
    'text/event-stream',
    undefined,
  ]);
  const [first] = await stream.take(1).toArray();
  expect(String(first)).toContain('connected');
  stream.destroy();
});

test('the answer to a change, which may hold a token, is not compressed', async () => {
  const answer = await fetch(`${server.url}/messages.send`, {
    method: 'POST',
    body: JSON.stringify({ roomId, tempId: unique(), text: 'x'.repeat(4_000) }),
    headers: { ...bearer(), 'content-type': 'application/json', 'accept-encoding': 'br, gzip' },
  });
  expect((await answer.text()).length).toBeGreaterThan(4_000);
  expect([answer.status, answer.headers.get('content-encoding')]).toEqual([200, null]);
});

describe('a file of the page', () => {
  test('is served as the build compressed it, and kept for ever when its name says what it holds', async () => {
    const { res, body } = await answerTo('/assets/start-1.js', { 'accept-encoding': 'gzip, br' });
    expect(res.headers).toMatchObject({
      'content-encoding': 'br',
      'content-type': 'text/javascript',
      vary: 'Accept-Encoding',
      'cache-control': 'public, max-age=31536000, immutable',
    });
    expect(brotliDecompressSync(body).toString()).toBe(script);
    const plain = await answerTo('/assets/start-1.js', {});
    expect([plain.body.toString(), plain.res.headers.vary]).toEqual([script, 'Accept-Encoding']);
  });

  test('that may change is asked for again, and not sent twice', async () => {
    const accepted = { 'accept-encoding': 'gzip' };
    const { res, body } = await answerTo('/room/any', accepted);
    expect(gunzipSync(body).toString()).toBe(page);
    expect(res.headers['cache-control']).toBe('no-cache');
    const again = await answerTo('/room/any', { ...accepted, 'if-none-match': res.headers.etag ?? '' });
    expect([again.res.statusCode, again.body.length]).toEqual([304, 0]);
    const other = await answerTo('/room/any', { 'if-none-match': res.headers.etag ?? '' });
    expect([other.res.statusCode, other.body.toString()]).toEqual([200, page]);
  });

  test('too small to gain is served as it is', async () => {
    const { res, body } = await answerTo('/small.js', { 'accept-encoding': 'br' });
    expect([res.headers['content-encoding'], body.toString()]).toEqual([undefined, 'x']);
  });
});
