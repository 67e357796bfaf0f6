import { afterEach, expect, test, vi } from 'vitest';
import { limits } from '#shared/limits.ts';
import { callsOver } from './calls/calls-over.ts';
import { client, http, sendCallsOver } from './trpc.ts';

/** A server that answers every call of a request, and the requests that reached it. */
function serverOf(answer: unknown) {
  const requests: { url: string; bytes: number }[] = [];
  vi.stubGlobal('fetch', async (url: string, init: { body?: string }) => {
    requests.push({ url, bytes: new TextEncoder().encode(init.body).length });
    const calls = new URL(url, 'http://localhost').pathname.split(',').length;
    return Response.json(Array.from({ length: calls }, () => ({ result: { data: answer } })));
  });
  return requests;
}

afterEach(() => {
  vi.unstubAllGlobals();
});

test('long messages to six rooms go out each for itself, and none passes the limit of a request', async () => {
  const requests = serverOf({ tempId: 't', message: null });
  const text = '字'.repeat(limits.messageLength);
  await Promise.all(
    Array.from({ length: 6 }, (_none, room) =>
      client.messages.send.mutate({ roomId: `room-${room}`, tempId: `tempId-${room}`, text }),
    ),
  );
  expect(requests).toHaveLength(6);
  for (const { bytes } of requests) expect(bytes).toBeLessThan(limits.bodyBytes);
});

test('what is read together is asked for together', async () => {
  const requests = serverOf(null);
  await Promise.all([client.workspace.get.query(), client.users.list.query(), client.rooms.list.query()]);
  expect(requests).toHaveLength(1);
});

test('so it is where calls would go over a WebSocket and none is open', async () => {
  sendCallsOver(callsOver({ http, socket: () => null, onUnknown: () => expect.unreachable('nothing changes') }));
  const requests = serverOf(null);
  await Promise.all([client.workspace.get.query(), client.users.list.query(), client.rooms.list.query()]);
  expect(requests).toHaveLength(1);
});
