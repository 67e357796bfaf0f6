import { notifyManager, QueryObserver } from '@tanstack/react-query';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { HistoryPage, Message } from '#shared/messages.ts';
import { Outbox, type OutgoingMessage, useOutbox } from '#client/lib/outbox.ts';
import { queryClient } from '#client/lib/trpc.ts';
import { someMessage } from '#client/testing/messages.ts';
import { historySnapshot } from './snapshot.ts';
import { settleStored } from './settle.ts';

const hello: OutgoingMessage = { roomId: 'r', text: 'hello', mentions: [], replyTo: null, confirmed: false };
const { queryKey } = historySnapshot.query('r', { at: 'end' });
const pending = () => useOutbox.getState().pending.map(({ state }) => state);

const windowOf = (rev: number, messages: Message[], newer: HistoryPage['newer'] = null) => ({
  pages: [{ rev, messages, older: null, newer }],
  pageParams: [{ at: 'end' as const }],
});

/** An outbox whose message was acknowledged at rev 20, and that message. */
async function acknowledged() {
  const outbox = new Outbox('ann', async ({ tempId }) => ({ tempId, message: { ...someMessage, tempId, rev: 20 } }));
  const end = settleStored(outbox);
  outbox.send(hello);
  const { tempId } = useOutbox.getState().pending[0] ?? { tempId: '' };
  await vi.advanceTimersByTimeAsync(10);
  return { end, message: { ...someMessage, tempId, rev: 20 } };
}

describe('a message on its way', () => {
  beforeEach(() => {
    vi.useFakeTimers();
    queryClient.clear();
  });
  afterEach(() => {
    useOutbox.setState({ pending: [] });
    vi.useRealTimers();
  });

  test('stays until the room that is open shows it', async () => {
    queryClient.setQueryData(queryKey, windowOf(10, []));
    const { end, message } = await acknowledged();
    expect(pending()).toEqual(['sent']);
    queryClient.setQueryData(queryKey, windowOf(20, [message]));
    await vi.advanceTimersByTimeAsync(10);
    expect(pending()).toEqual([]);
    end();
  });

  test('leaves only after those who show the room know that it is there', async () => {
    queryClient.setQueryData(queryKey, windowOf(10, []));
    const observer = new QueryObserver<ReturnType<typeof windowOf>>(queryClient, { queryKey, enabled: false });
    let known: Message[] = [];
    // As a component listens.
    const unobserve = observer.subscribe(
      notifyManager.batchCalls(({ data }) => void (known = data?.pages[0]?.messages ?? [])),
    );
    const missing: boolean[] = [];
    const unsubscribe = useOutbox.subscribe(({ pending: [entry] }) => missing.push(!entry && known.length === 0));
    const { end, message } = await acknowledged();
    // The outbox changes, and before anything else has run the stream brings the message.
    useOutbox.setState(({ pending: before }) => ({ pending: [...before] }));
    queryClient.setQueryData(queryKey, windowOf(20, [message]));
    await vi.advanceTimersByTimeAsync(10);
    expect(pending()).toEqual([]);
    expect(missing).not.toContain(true);
    for (const stop of [end, unobserve, unsubscribe]) stop();
  });

  test('leaves when the room was read again and has it, without an event', async () => {
    queryClient.setQueryData(queryKey, windowOf(10, []));
    const { end, message } = await acknowledged();
    const queryFn = () => Promise.resolve(windowOf(90, [message]));
    await queryClient.fetchQuery({ queryKey, queryFn, staleTime: 0 });
    await vi.advanceTimersByTimeAsync(10);
    expect(pending()).toEqual([]);
    end();
  });

  test('leaves when the room went on and let its page go, so that it is not drawn at the top', async () => {
    queryClient.setQueryData(queryKey, windowOf(10, []));
    const { end } = await acknowledged();
    queryClient.setQueryData(queryKey, windowOf(90, [{ ...someMessage, id: 'm90', tempId: 't90', rev: 90 }]));
    await vi.advanceTimersByTimeAsync(10);
    expect(pending()).toEqual([]);
    end();
  });

  test('leaves at once where its room is not loaded, or not at its end', async () => {
    const elsewhere = await acknowledged();
    expect(pending()).toEqual([]);
    elsewhere.end();
    queryClient.setQueryData(queryKey, windowOf(10, [], { at: 'after', rev: 5 }));
    const above = await acknowledged();
    expect(pending()).toEqual([]);
    above.end();
  });

  test('stays while the room is read for the first time, for that read may be older', async () => {
    let arrives = (_window: ReturnType<typeof windowOf>): void => undefined;
    const queryFn = () => new Promise<ReturnType<typeof windowOf>>((resolve) => (arrives = resolve));
    void queryClient.fetchQuery({ queryKey, queryFn });
    const { end } = await acknowledged();
    arrives(windowOf(10, []));
    await vi.advanceTimersByTimeAsync(10);
    expect(pending()).toEqual(['sent']);
    end();
  });

  test('whose answer never came is not sent again once the room has it', async () => {
    const sent: string[] = [];
    const outbox = new Outbox('ann', ({ tempId }) => {
      sent.push(tempId);
      return Promise.reject(new TypeError('the answer is lost'));
    });
    const end = settleStored(outbox);
    outbox.send(hello);
    await vi.advanceTimersByTimeAsync(10);
    queryClient.setQueryData(queryKey, windowOf(20, [{ ...someMessage, tempId: sent[0] ?? '', rev: 20 }]));
    await vi.advanceTimersByTimeAsync(60_000);
    expect(sent).toHaveLength(1);
    expect(pending()).toEqual([]);
    end();
  });
});
