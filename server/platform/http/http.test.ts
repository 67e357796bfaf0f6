import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sentenceFor } from '#shared/error-sentences.ts';
import type { AppErrorData } from '#shared/errors.ts';
import { password, startDevice } from '#server/testing/people.ts';
import { procedures } from '#server/testing/procedures.ts';
import { png } from '#server/testing/pictures.ts';
import { TestServer, type Visitor } from '#server/testing/test-server.ts';

let server: TestServer;
let ann: Visitor;
/** Whose sessions may end. */
let eve: Visitor;
beforeAll(async () => {
  server = await TestServer.open({ LOGIN_RATE: '1000' });
  ann = await server.visitor('ann');
  eve = await server.visitor('eve');
});
afterAll(() => server.close());

interface Failure {
  message: string;
  data: { app: AppErrorData; httpStatus: number; stack?: string };
}

const json = { 'content-type': 'application/json' };
const post = (path: string, body: string, headers: Record<string, string> = {}) =>
  fetch(`${server.url}/${path}`, {
    method: 'POST',
    body,
    headers: { ...json, authorization: `Bearer ${ann.token}`, ...headers },
  });

async function failureOf(response: Response): Promise<Failure> {
  const text = await response.text();
  expect(text).not.toMatch(/\bat .*\.(ts|js|mjs):\d+|"stack"/);
  const found: { error: Failure } | { error: Failure }[] = JSON.parse(text);
  const { error } = Array.isArray(found) ? (found[0] ?? { error: null }) : found;
  if (!error) throw new Error(`no error in ${text}`);
  return error;
}
const codeOf = async (response: Response) => [response.status, (await failureOf(response)).data.app.code];

describe('an error', () => {
  const tongues = [
    ['en', 'en-GB,en;q=0.9'],
    ['zh', 'zh-CN,zh;q=0.9,en;q=0.8'],
  ] as const;
  test.each(procedures.flatMap((found) => tongues.map(([language, accepted]) => ({ ...found, language, accepted }))))(
    'of $path has a code and a sentence in $language',
    async ({ path, type, language, accepted }) => {
      const { token } = await startDevice(server.app.services, eve.id);
      const headers = { authorization: `Bearer ${token}`, 'accept-language': accepted };
      const nonsense = JSON.stringify(['nonsense']);
      const response =
        type === 'mutation'
          ? await post(path, nonsense, headers)
          : await fetch(`${server.url}/${path}?input=${encodeURIComponent(nonsense)}`, { headers });
      if (response.ok) {
        await response.body?.cancel();
        return;
      }
      expect(response.status).toBeLessThan(500);
      const { message, data } = await failureOf(response);
      expect(message).toBe(sentenceFor(language, data.app));
      expect(data.httpStatus).toBe(response.status);
    },
  );

  test('of a procedure that does not exist, a wrong method or an unreadable body says so', async () => {
    expect(await codeOf(await post('no.such', '{}'))).toEqual([404, 'unknown_procedure']);
    expect(await codeOf(await fetch(`${server.url}/messages.send`))).toEqual([405, 'malformed']);
    expect(await codeOf(await post('rooms.list', '{}'))).toEqual([405, 'malformed']);
    expect(await codeOf(await post('messages.send', '{"roomId":'))).toEqual([400, 'malformed']);
    expect(await codeOf(await post('messages.send', 'a=b', { 'content-type': 'text/plain' }))).toEqual([
      415,
      'malformed',
    ]);
    expect(
      await codeOf(
        await fetch(`${server.url}/messages.history?input=%7B`, { headers: { authorization: `Bearer ${ann.token}` } }),
      ),
    ).toEqual([400, 'malformed']);
  });

  test('of too much says how much is allowed', async () => {
    const large = JSON.stringify({ roomId: 'r', tempId: 't', text: 'x'.repeat(131_072) });
    expect(await codeOf(await post('messages.send', large))).toEqual([413, 'too_large']);
    const paths = Array.from({ length: 21 }, () => 'auth.me').join(',');
    const batch = await fetch(`${server.url}/${paths}?batch=1&input=%7B%7D`, {
      headers: { authorization: `Bearer ${ann.token}` },
    });
    expect(await codeOf(batch)).toEqual([400, 'malformed']);
  });

  test('for an older page that no longer makes sense tells it to reload', async () => {
    const from = async (version: string) =>
      (await codeOf(await post('messages.send', '{}', { 'x-parley-version': version })))[1];
    expect([await from('v1'), await from('v2'), await from('')]).toEqual([
      'client_outdated',
      'invalid_input',
      'invalid_input',
    ]);
    expect((await codeOf(await post('no.such', '{}', { 'x-parley-version': 'v1' })))[1]).toBe('client_outdated');
  });
});

describe('a page of another site', () => {
  test('changes nothing, whether it sends one call or many', async () => {
    const origin = { origin: 'https://evil.example' };
    expect(await codeOf(await post('auth.logout', '', origin))).toEqual([403, 'origin_refused']);
    expect(await codeOf(await post('auth.logout,auth.logout?batch=1', '{}', origin))).toEqual([403, 'origin_refused']);
    expect(await codeOf(await post('auth.logout', '', { origin: 'null' }))).toEqual([403, 'origin_refused']);
    const own = await post('users.updateProfile', '{}', { origin: `http://127.0.0.1:${server.port}` });
    expect(own.status).toBe(200);
    const chinese = await failureOf(await post('auth.logout', '', { ...origin, 'accept-language': 'zh' }));
    expect(chinese.message).toBe(sentenceFor('zh', { code: 'origin_refused' }));
  });
});

describe('the session’s cookie', () => {
  test('is out of reach of scripts and of other sites, and opens the session', async () => {
    const signedIn = await post('auth.login', JSON.stringify({ name: 'ann', password }), { authorization: '' });
    const [cookie = ''] = signedIn.headers.getSetCookie();
    expect(cookie).toMatch(/^parley_session=[\w-]{43}; Max-Age=34560000; Path=\/; HttpOnly; SameSite=Lax$/);
    const headers = { cookie: cookie.split(';')[0] ?? '', authorization: '' };
    const me = await fetch(`${server.url}/auth.me`, { headers });
    expect(await me.json()).toMatchObject({ result: { data: { name: 'ann' } } });
    const signedOut = await post('auth.logout', '', headers);
    expect(signedOut.headers.getSetCookie()[0]).toMatch(/^parley_session=; Max-Age=0;/);
    expect((await fetch(`${server.url}/auth.me`, { headers })).status).toBe(401);
  });

  test('is renewed while the browser is used, a bearer’s token is not made a cookie', async () => {
    const { token } = await startDevice(server.app.services, eve.id);
    const use = async (headers: Record<string, string>) =>
      (await fetch(`${server.url}/auth.me`, { headers })).headers.getSetCookie();
    const cookie = `parley_session=${token}`;
    expect(await use({ cookie })).toEqual([]);
    server.clock.advance(3_600_000);
    expect(await use({ authorization: `Bearer ${eve.token}` })).toEqual([]);
    expect(await use({ cookie })).toEqual([expect.stringContaining(`${cookie}; Max-Age=34560000`)]);
  });

  test('travels over HTTPS only where the workspace is reached so', async () => {
    const secure = await TestServer.open({ PUBLIC_URL: 'https://chat.example.org' });
    await secure.visitor('ann');
    const body = JSON.stringify({ name: 'ann', password });
    const signedIn = await fetch(`${secure.url}/auth.login`, { method: 'POST', headers: json, body });
    expect(signedIn.headers.getSetCookie()[0]).toContain('; Secure');
    expect(signedIn.headers.get('strict-transport-security')).toContain('max-age');
    await secure.close();
  });
});

describe('every answer', () => {
  test('forbids inline script, framing and guessing of types', async () => {
    const { headers } = await fetch(`${server.url}/auth.status`);
    expect(headers.get('content-security-policy')).toMatch(/script-src 'self'(;|$)/);
    expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('x-powered-by')).toBeNull();
  });

  test('about the server’s health is short', async () => {
    const health = await fetch(`http://127.0.0.1:${server.port}/healthz`);
    expect([health.status, await health.text()]).toEqual([200, 'ok']);
  });
});

describe('an avatar', () => {
  test('is served to those signed in, as the image it is, and as nothing else', async () => {
    const picture = png(64, 64);
    await ann.api.users.setAvatar.mutate({ image: picture.toString('base64') });
    const at = (path: string, token = ann.token) =>
      fetch(`http://127.0.0.1:${server.port}/avatars/${path}`, { headers: { authorization: `Bearer ${token}` } });
    const image = await at(`${ann.id}/1`);
    expect([image.status, image.headers.get('content-type')]).toEqual([200, 'image/png']);
    expect(image.headers.get('content-security-policy')).toBe("default-src 'none'");
    expect(Buffer.from(await image.arrayBuffer())).toEqual(picture);
    expect((await at(`${ann.id}/1`, 'wrong')).status).toBe(404);
    expect((await at('nobody/1')).status).toBe(404);
    expect((await at('../secret/1')).status).toBe(404);
  });
});

describe('a request that is none', () => {
  test.each([
    'GET /trpc?connectionParams=1 HTTP/1.1\r\nHost: :scheme[\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n\r\n',
    'GET /trpc/auth.status HTTP/1.1\r\nHost: :scheme[\r\nConnection: close\r\n\r\n',
    'GET //[ HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n',
    'GET /trpc/%E0%A4%A HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n',
    'NONSENSE\r\n\r\n',
  ])('does not stop the server: %j', async (request) => {
    const socket = connect(server.port, '127.0.0.1');
    const said = new Promise((resolve) => socket.once('data', resolve).once('close', resolve).once('error', resolve));
    socket.write(request);
    await said;
    socket.destroy();
    expect((await fetch(`http://127.0.0.1:${server.port}/healthz`)).status).toBe(200);
  });
});

describe('stopping', () => {
  test('lets an answer under way arrive, and nothing that was acknowledged is lost', async () => {
    const stopping = await TestServer.open();
    const visitor = await stopping.visitor('ann');
    const { workspace } = await visitor.api.workspace.get.query();
    const roomId = workspace.lobbyRoomId;
    const sends = Array.from({ length: 10 }, (_, i) =>
      visitor.api.messages.send.mutate({ roomId, tempId: `t${i}`, text: 'last words' }),
    );
    await sends[0];
    await Promise.all([stopping.restart(), ...sends]);
    const read = () => visitor.api.messages.history.query({ roomId });
    // The first may go out on a connection whose closing has not been noticed yet.
    const { messages } = await read().catch(read);
    expect(messages.filter(({ text }) => text === 'last words')).toHaveLength(10);
    await stopping.close();
  });
});
