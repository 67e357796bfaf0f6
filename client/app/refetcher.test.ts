import { InfiniteQueryObserver } from '@tanstack/react-query';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { LogEvent } from '#shared/events.ts';
import type { HistoryCursor, HistoryPage } from '#shared/messages.ts';
import { historySnapshot, type HistoryWindow } from '#client/features/messages/snapshot.ts';
import { queryClient } from '#client/lib/trpc.ts';
import { refusal, someMessage } from '#client/testing/messages.ts';
import { EventDispatcher } from '#client/lib/event-dispatcher.ts';
import { features } from './features.ts';

const posted = (rev: number, roomId = 'r'): LogEvent => ({
  kind: 'message.posted',
  rev,
  at: 1,
  roomId,
  userId: null,
  message: { ...someMessage, rev, roomId, id: `m${rev}`, tempId: `t${rev}` },
});

/** A room's window that somebody looks at; `answers` says what each read of a page brings. */
function looking(answers: (cursor: HistoryCursor) => Promise<HistoryPage>) {
  const options = {
    ...historySnapshot.query('r', { at: 'end' }),
    queryFn: ({ pageParam }: { pageParam: HistoryCursor }) => answers(pageParam),
    retry: false,
  };
  const observer = new InfiniteQueryObserver(queryClient, options);
  const stop = observer.subscribe(() => undefined);
  const texts = () =>
    queryClient
      .getQueryData<HistoryWindow>(options.queryKey)
      ?.pages.flatMap((page) => page.messages.map(({ id }) => id));
  return { observer, stop, texts };
}
const page = (rev: number, ids: number[], older: HistoryCursor | null = null): HistoryPage => ({
  rev,
  messages: ids.map((id) => ({ ...someMessage, id: `m${id}`, tempId: `t${id}`, rev: id })),
  older,
  newer: null,
});

describe('a room that somebody looks at', () => {
  beforeEach(() => {
    vi.useFakeTimers();
    queryClient.clear();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  test('goes on showing new messages after an older page could not be loaded', async () => {
    const dispatcher = new EventDispatcher('me', features);
    const { observer, stop, texts } = looking(({ at }) =>
      at === 'end'
        ? Promise.resolve(page(10, [9, 10], { at: 'before', rev: 9 }))
        : Promise.reject(new TypeError('cut')),
    );
    await vi.advanceTimersByTimeAsync(1);
    await observer.fetchPreviousPage();
    expect(observer.getCurrentResult().isError).toBe(true);
    dispatcher.receive([posted(11)]);
    expect(texts()).toEqual(['m9', 'm10', 'm11']);
    stop();
    dispatcher.close();
  });

  test('is read again until that succeeds when the first read after a gap fails', async () => {
    const dispatcher = new EventDispatcher('me', features);
    let reads = 0;
    const { stop, texts } = looking(() => {
      reads += 1;
      if (reads > 1 && reads < 5) return Promise.reject(new TypeError('cut'));
      return Promise.resolve(reads === 1 ? page(10, [10]) : page(90, [10, 50]));
    });
    await vi.advanceTimersByTimeAsync(1);
    dispatcher.receive([{ kind: 'resync', rev: 90 }]);
    await vi.advanceTimersByTimeAsync(1);
    dispatcher.receive([posted(91)]);
    expect(texts()).toEqual(['m10']);
    await vi.advanceTimersByTimeAsync(30_000);
    expect(texts()).toEqual(['m10', 'm50', 'm91']);
    expect(reads).toBe(5);
    stop();
    dispatcher.close();
  });

  test('is not whole by one page that is: the others are read again too', async () => {
    const dispatcher = new EventDispatcher('me', features);
    const { observer, stop, texts } = looking(({ at }) => {
      if (at === 'before') return Promise.resolve({ ...page(90, [8]), newer: { at: 'after', rev: 8 } });
      if (at === 'after') return Promise.resolve(page(90, [10, 50]));
      return Promise.resolve(page(10, [10], { at: 'before', rev: 10 }));
    });
    await vi.advanceTimersByTimeAsync(1);
    dispatcher.receive([{ kind: 'resync', rev: 90 }]);
    // The read of all is given up for that of one page, as a scroll does.
    void observer.fetchPreviousPage({ cancelRefetch: true });
    await vi.advanceTimersByTimeAsync(1);
    dispatcher.receive([posted(91)]);
    expect(texts()).toEqual(['m8', 'm10']);
    await vi.advanceTimersByTimeAsync(5_000);
    expect(texts()).toEqual(['m8', 'm10', 'm50', 'm91']);
    stop();
    dispatcher.close();
  });

  test('is read once more when its answer is older than the gap', async () => {
    const dispatcher = new EventDispatcher('me', features);
    let reads = 0;
    let arrives = (_page: HistoryPage): void => undefined;
    const { stop, texts } = looking(() => {
      reads += 1;
      return reads === 1 ? new Promise((resolve) => (arrives = resolve)) : Promise.resolve(page(90, [50]));
    });
    dispatcher.receive([{ kind: 'resync', rev: 90 }]);
    arrives(page(10, [10]));
    await vi.advanceTimersByTimeAsync(5_000);
    expect(texts()).toEqual(['m50']);
    stop();
    dispatcher.close();
  });

  test('is not asked for again and again where the answer is a refusal', async () => {
    const dispatcher = new EventDispatcher('me', features);
    let reads = 0;
    const { stop } = looking(() => {
      reads += 1;
      return reads === 1 ? Promise.resolve(page(10, [10])) : Promise.reject(refusal({ code: 'not_a_member' }));
    });
    await vi.advanceTimersByTimeAsync(1);
    dispatcher.receive([{ kind: 'resync', rev: 90 }]);
    await vi.advanceTimersByTimeAsync(120_000);
    expect(reads).toBe(2);
    stop();
    dispatcher.close();
  });
});
