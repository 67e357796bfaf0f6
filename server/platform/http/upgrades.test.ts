import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { TestServer } from '#server/testing/test-server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await TestServer.open();
});
afterAll(() => server.close());

const upgrade = (path: string, more: readonly string[] = []): string =>
  [
    `GET ${path} HTTP/1.1`,
    'Host: 127.0.0.1',
    'Connection: Upgrade',
    'Upgrade: websocket',
    'Sec-WebSocket-Version: 13',
    'Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==',
    ...more,
    '\r\n',
  ].join('\r\n');
const refused = [upgrade('/elsewhere'), upgrade('/trpc', ['Origin: https://evil.example'])];

async function connected(): Promise<Socket> {
  const socket = connect(server.port, '127.0.0.1').on('error', () => undefined);
  await once(socket, 'connect');
  return socket;
}
const openOnServer = (): Promise<number> =>
  new Promise((resolve, reject) =>
    server.app.server.getConnections((reason, count) => (reason ? reject(reason) : resolve(count))),
  );

test('three thousand refused upgrades that are reset leave the server alive and nothing open', async () => {
  const before = await openOnServer();
  for (let round = 0; round < 30; round += 1) {
    const sockets = await Promise.all(Array.from({ length: 100 }, connected));
    for (const [n, socket] of sockets.entries()) {
      socket.write(refused[n % 2] ?? '');
      // Some connections are reset before, some while the server answers.
      if (n % 3 > 0) await new Promise(setImmediate);
      socket.resetAndDestroy();
    }
  }
  expect((await fetch(`http://127.0.0.1:${server.port}/healthz`)).status).toBe(200);
  await expect.poll(openOnServer).toBeLessThanOrEqual(before + 1);
});

test.each(refused)('a refused client that keeps its own side open holds nothing', async (request) => {
  const before = await openOnServer();
  const socket = connect({ port: server.port, host: '127.0.0.1', allowHalfOpen: true }).on('error', () => undefined);
  const answer: Buffer[] = [];
  socket.on('data', (data: Buffer) => answer.push(data));
  await once(socket, 'connect');
  socket.write(request);
  await once(socket, 'end');
  expect(Buffer.concat(answer).toString()).toMatch(/^HTTP\/1.1 40[34] /);
  await expect.poll(openOnServer).toBe(before);
  socket.destroy();
});

test('an upgrade to anything but a WebSocket is answered as if it had not been offered', async () => {
  const socket = await connected();
  let received = '';
  socket.on('data', (data) => (received += data.toString()));
  const offer = 'Connection: Upgrade, HTTP2-Settings\r\nUpgrade: h2c\r\nHTTP2-Settings: AAMAAABkAAQAAP__\r\n';
  socket.write(`GET /healthz HTTP/1.1\r\nHost: a\r\n${offer}\r\n`);
  await expect.poll(() => received).toMatch(/^HTTP\/1.1 200 OK\r\n[^]*\r\n\r\n2\r\nok\r\n0\r\n\r\n$/);
  received = '';
  // The connection goes on, and a body is read.
  const body = '{"name":"x"}';
  const headers = `Host: a\r\nContent-Type: application/json\r\nContent-Length: ${body.length}\r\n`;
  socket.write(`POST /trpc/auth.login HTTP/1.1\r\n${headers}${offer}\r\n${body}`);
  await expect.poll(() => received).toContain('"invalid_input"');
  received = '';
  socket.write('GET /healthz HTTP/1.1\r\nHost: a\r\n\r\n');
  await expect.poll(() => received).toMatch(/^HTTP\/1.1 200 OK/);
  socket.destroy();
});

test('a body that only drips in is not waited for', async () => {
  const http = server.app.server;
  expect([http.headersTimeout, http.requestTimeout]).toEqual([15_000, 30_000]);
  [http.headersTimeout, http.requestTimeout] = [50, 100];
  const socket = await connected();
  let received = '';
  socket.on('data', (data) => (received += data.toString()));
  socket.write(
    'POST /trpc/auth.login HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nContent-Length: 1000\r\n\r\n{',
  );
  await once(socket, 'close');
  expect(received).toMatch(/^HTTP\/1.1 408 /);
});
