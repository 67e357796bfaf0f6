import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Message, Sent } from '#shared/messages.ts';
import { refusal, someMessage } from '#client/testing/messages.ts';
import { Outbox, type OutgoingMessage, useOutbox } from './outbox.ts';
import type { OutboxEntry } from './outbox-store.ts';

const me = 'ann';
let rev = 0;

const stored = ({ tempId, roomId, text }: OutboxEntry): Sent & { message: Message } => {
  const message = { ...someMessage, id: `id-${tempId}`, roomId, authorId: me, tempId, rev: ++rev, text };
  return { tempId, message };
};
const saying = (text: string, roomId = 'general'): OutgoingMessage => ({
  roomId,
  text,
  mentions: [],
  replyTo: null,
  confirmed: false,
});
const states = () => useOutbox.getState().pending.map((entry) => `${entry.text}: ${entry.state}`);

/** A server that answers as the test says, and remembers what reached it. */
function serverWith(answer: (entry: OutboxEntry, attempt: number) => Promise<Sent>) {
  const reached: OutboxEntry[] = [];
  const outbox = new Outbox(me, (entry) => {
    reached.push(entry);
    return answer(entry, reached.filter((other) => other.tempId === entry.tempId).length);
  });
  return { outbox, reached, texts: () => reached.map((entry) => entry.text) };
}

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  useOutbox.setState({ pending: [] });
  vi.useRealTimers();
});

describe('the outbox', () => {
  test('shows a message before the server knows of it', () => {
    const { outbox } = serverWith(() => new Promise(() => undefined));
    outbox.send(saying('hello'));
    expect(states()).toEqual(['hello: sending']);
  });

  test('sends in order: the second waits until the first is through', async () => {
    const { outbox, texts } = serverWith((entry, attempt) =>
      entry.text === 'first' && attempt < 3 ? Promise.reject(new TypeError('network')) : Promise.resolve(stored(entry)),
    );
    outbox.send(saying('first'));
    outbox.send(saying('second'));
    await vi.advanceTimersByTimeAsync(500);
    expect(states()).toEqual(['first: queued', 'second: queued']);
    await vi.advanceTimersByTimeAsync(10_000);
    expect(texts()).toEqual(['first', 'first', 'first', 'second']);
    expect(states()).toEqual(['first: sent', 'second: sent']);
  });

  test('tries again with the same tempId, so that the server stores it once', async () => {
    const { outbox, reached } = serverWith((entry, attempt) =>
      attempt < 2 ? Promise.reject(new TypeError('lost')) : Promise.resolve(stored(entry)),
    );
    outbox.send(saying('once'));
    await vi.advanceTimersByTimeAsync(5_000);
    expect(new Set(reached.map((entry) => entry.tempId)).size).toBe(1);
    expect(reached).toHaveLength(2);
  });

  test('a room that cannot send does not hold up another', async () => {
    const { outbox, texts } = serverWith((entry) =>
      entry.roomId === 'stuck' ? Promise.reject(new TypeError('network')) : Promise.resolve(stored(entry)),
    );
    outbox.send(saying('waits', 'stuck'));
    outbox.send(saying('goes', 'general'));
    await vi.advanceTimersByTimeAsync(100);
    expect(texts()).toContain('goes');
    expect(states()).toEqual(['waits: queued', 'goes: sent']);
  });

  test('a refusal asks the person, and those behind it go on', async () => {
    const { outbox } = serverWith((entry) =>
      entry.text === 'no'
        ? Promise.reject(refusal({ code: 'room_archived', field: 'roomId' }))
        : Promise.resolve(stored(entry)),
    );
    outbox.send(saying('no'));
    outbox.send(saying('yes'));
    await vi.advanceTimersByTimeAsync(100);
    expect(states()).toEqual(['no: failed', 'yes: sent']);
    expect(useOutbox.getState().pending[0]?.error?.code).toBe('room_archived');
  });

  test('waits as long as the server says when too much was sent', async () => {
    const { outbox, reached } = serverWith((entry, attempt) =>
      attempt === 1
        ? Promise.reject(refusal({ code: 'too_many_requests', retryAfterMs: 7_000 }))
        : Promise.resolve(stored(entry)),
    );
    outbox.send(saying('patient'));
    await vi.advanceTimersByTimeAsync(6_900);
    expect(reached).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(200);
    expect(states()).toEqual(['patient: sent']);
  });

  test('a connection that is back ends the waiting at once', async () => {
    let online = false;
    const { outbox } = serverWith((entry) =>
      online ? Promise.resolve(stored(entry)) : Promise.reject(new TypeError('network')),
    );
    outbox.send(saying('soon'));
    await vi.advanceTimersByTimeAsync(20_000);
    online = true;
    outbox.wake();
    await vi.advanceTimersByTimeAsync(1);
    expect(states()).toEqual(['soon: sent']);
  });

  test('Retry after being asked about a large room is the answer yes', async () => {
    const { outbox, reached } = serverWith((entry) =>
      entry.confirmed
        ? Promise.resolve(stored(entry))
        : Promise.reject(refusal({ code: 'mention_needs_confirmation' })),
    );
    outbox.send(saying('@room hello'));
    await vi.advanceTimersByTimeAsync(10);
    outbox.retry(reached[0]?.tempId ?? '');
    await vi.advanceTimersByTimeAsync(10);
    expect(states()).toEqual(['@room hello: sent']);
  });

  test('Discard gives back what was written', async () => {
    const { outbox, reached } = serverWith(() => Promise.reject(refusal({ code: 'not_a_member' })));
    outbox.send(saying('all my words'));
    await vi.advanceTimersByTimeAsync(10);
    expect(outbox.discard(reached[0]?.tempId ?? '')?.text).toBe('all my words');
    expect(states()).toEqual([]);
  });

  test('a message that was stored before its author was taken out of the room is done, and not called unsent', async () => {
    const { outbox } = serverWith(({ tempId }) => Promise.resolve({ tempId, message: null }));
    outbox.send(saying('heard by everybody, and by nobody any more'));
    outbox.send(saying('the next'));
    await vi.advanceTimersByTimeAsync(10);
    expect(states()).toEqual([]);
  });

  test('an answer that was lost is made up for by the event, and the message is not sent again', async () => {
    const { outbox, reached, texts } = serverWith(async (entry) => {
      outbox.confirm(stored(entry).message);
      throw new TypeError('the answer is lost');
    });
    outbox.send(saying('done'));
    await vi.advanceTimersByTimeAsync(60_000);
    expect(texts()).toEqual(['done']);
    expect(states()).toEqual(['done: sent']);
    outbox.settle(reached[0]?.tempId ?? '');
    expect(states()).toEqual([]);
  });

  test('a server whose clock was set back does not hold a message for a day', async () => {
    const { outbox } = serverWith((entry, attempt) =>
      attempt === 1
        ? Promise.reject(refusal({ code: 'too_many_requests', retryAfterMs: 86_406_907 }))
        : Promise.resolve(stored(entry)),
    );
    outbox.send(saying('today'));
    await vi.advanceTimersByTimeAsync(61_000);
    expect(states()).toEqual(['today: sent']);
  });

  test('a day off line leaves one pause to end, not one for each try', async () => {
    const { outbox, reached } = serverWith(() => Promise.reject(new TypeError('network')));
    outbox.send(saying('patient'));
    await vi.advanceTimersByTimeAsync(3_600_000);
    const tries = reached.length;
    expect(tries).toBeGreaterThan(50);
    const ended = vi.spyOn(globalThis, 'clearTimeout');
    outbox.wake();
    expect(ended).toHaveBeenCalledOnce();
    await vi.advanceTimersByTimeAsync(1);
    expect(reached).toHaveLength(tries + 1);
  });
});
