import { once } from 'node:events';
import { createServer, type Server, type ServerResponse } from 'node:http';
import { connect, type Socket } from 'node:net';
import { afterEach, describe, expect, test } from 'vitest';
import { limits } from '#shared/limits.ts';
import { gateRequests } from './request-gate.ts';

/** A server that notes what it begins and answers when the test says so, and one connection to it. */
class GatedServer {
  readonly begun: string[] = [];
  readonly held: ServerResponse[] = [];
  server!: Server;
  client!: Socket;
  connection!: Socket;
  received = '';

  async open(answer: (res: ServerResponse) => void = (res) => void this.held.push(res), unreadMs?: number) {
    this.server = createServer(
      gateRequests((req, res) => {
        this.begun.push(req.url ?? '');
        answer(res);
      }, unreadMs),
    );
    this.server.listen(0, '127.0.0.1');
    await once(this.server, 'listening');
    const address = this.server.address();
    const port = typeof address === 'object' && address ? address.port : 0;
    this.client = connect(port, '127.0.0.1').on('error', () => undefined);
    const [connection] = await once(this.server, 'connection');
    this.connection = connection;
  }

  read(): void {
    this.client.on('data', (data) => (this.received += data.toString()));
  }

  ask(from: number, to: number, header = ''): void {
    let text = '';
    for (let n = from; n < to; n += 1) text += `GET /${n} HTTP/1.1\r\nHost: a\r\n${header}\r\n`;
    this.client.write(text);
  }

  close(): void {
    this.client.destroy();
    this.server.closeAllConnections();
    this.server.close();
  }
}

let gated: GatedServer;
afterEach(() => gated.close());
const settle = async () => {
  for (let turn = 0; turn < 50; turn += 1) await new Promise(setImmediate);
};
const paths = (to: number) => Array.from({ length: to }, (_, n) => `/${n}`);

describe('requests that one connection sends ahead', () => {
  test('run a few at a time, and all are answered in order', async () => {
    gated = new GatedServer();
    await gated.open();
    gated.read();
    gated.ask(0, 300);
    await expect.poll(() => gated.begun.length).toBe(limits.requestsUnderWay);
    await settle();
    expect(gated.begun.length).toBe(limits.requestsUnderWay);
    for (let n = 0; n < 300; n += 1) {
      await expect.poll(() => gated.held.length, { interval: 1 }).toBeGreaterThan(n);
      expect(gated.begun.length - n).toBeLessThanOrEqual(limits.requestsUnderWay);
      gated.held[n]?.end(`answer ${n}.`);
    }
    await expect.poll(() => gated.received.includes('answer 299.')).toBe(true);
    expect(gated.begun).toEqual(paths(300));
    const answers = [...gated.received.matchAll(/answer (\d+)\./g)].map(([, n]) => Number(n));
    expect(answers).toEqual(Array.from({ length: 300 }, (_, n) => n));
  });

  test('are not even read while others of it wait', async () => {
    gated = new GatedServer();
    await gated.open();
    gated.ask(0, 20_000, `X-Filler: ${'x'.repeat(1_000)}\r\n`);
    await expect.poll(() => gated.held.length).toBe(limits.requestsUnderWay);
    await settle();
    // An answer that is finished does not let the flood in either.
    for (const res of gated.held.slice()) res.end('done');
    await expect.poll(() => gated.held.length).toBe(2 * limits.requestsUnderWay);
    await settle();
    expect(gated.connection.bytesRead).toBeLessThan(1024 * 1024);
  });

  test('whose answers nobody reads are not begun, and the connection is cut in the end', async () => {
    gated = new GatedServer();
    await gated.open((res) => void res.end(Buffer.alloc(1024 * 1024)), 300);
    gated.client.pause();
    gated.ask(0, 500);
    await once(gated.connection, 'close');
    // Some megabytes fit into the network's own buffers.
    expect(gated.begun.length).toBeLessThan(60);
  });

  test('bring their bodies along', async () => {
    gated = new GatedServer();
    const bodies: string[] = [];
    await gated.open((res) => {
      let body = '';
      res.req.on('data', (data) => (body += String(data)));
      res.req.on('end', () => {
        bodies.push(body);
        res.end('.');
      });
    });
    gated.read();
    const post = (n: number) =>
      `POST /${n} HTTP/1.1\r\nHost: a\r\nContent-Length: 100000\r\n\r\n${String(n).repeat(100_000)}`;
    for (let n = 0; n < 10; n += 1) gated.client.write(post(n));
    await expect.poll(() => bodies.length).toBe(10);
    expect(bodies.map((body) => [body.length, body[0]])).toEqual(paths(10).map((path) => [100_000, path.slice(1)]));
  });
});
