import { InfiniteQueryObserver } from '@tanstack/react-query';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { LogEvent } from '#shared/events.ts';
import type { HistoryCursor, HistoryPage, Message } from '#shared/messages.ts';
import { features } from '#client/app/features.ts';
import { historySnapshot, type HistoryWindow } from '#client/features/messages/snapshot.ts';
import { refusal, someMessage } from '#client/testing/messages.ts';
import { EventDispatcher } from './event-dispatcher.ts';
import { useToasts } from './toasts.ts';
import { queryClient } from './trpc.ts';

type Kind = 'reaction.added' | 'reaction.removed';
const change = (kind: Kind, emoji = '👍') =>
  ({ kind, roomId: 'r', userId: null, messageId: 'm', emoji, by: 'me' }) as const;
const stored = (rev: number, kind: Kind): LogEvent => ({ ...change(kind), rev, at: 1 });

const page = (rev: number, messages: Message[], older: HistoryCursor | null = null): HistoryPage => ({
  rev,
  messages,
  older,
  newer: null,
});
const liked: Message = { ...someMessage, id: 'm', reactions: [{ emoji: '👍', userIds: ['bob'], revs: [5] }] };
const likedByBoth = (rev: number): Message => ({
  ...liked,
  reactions: [{ emoji: '👍', userIds: ['bob', 'me'], revs: [5, rev] }],
});

/** A call whose answer is on its way until it is given. */
function calling() {
  let answer = (_rev: number): void => undefined;
  let refuse = (): void => undefined;
  const started = vi.fn<() => void>();
  const call = () => {
    started();
    return new Promise<{ rev: number }>((resolve, reject) => {
      answer = (rev) => resolve({ rev });
      refuse = () => reject(refusal({ code: 'room_archived' }));
    });
  };
  const settle = async (end: () => void) => {
    await vi.advanceTimersByTimeAsync(0);
    end();
    await vi.advanceTimersByTimeAsync(0);
  };
  return { call, started, answer: (rev: number) => settle(() => answer(rev)), refuse: () => settle(() => refuse()) };
}

/** The room on a screen; `answers` says what each read of a page brings. `seen` keeps whose reactions it ever showed. */
async function looking(answers: (cursor: HistoryCursor) => Promise<HistoryPage>) {
  const dispatcher = new EventDispatcher('me', features);
  const options = {
    ...historySnapshot.query('r', { at: 'end' }),
    queryFn: ({ pageParam }: { pageParam: HistoryCursor }) => answers(pageParam),
    retry: false,
  };
  const observer = new InfiniteQueryObserver(queryClient, options);
  const people = () =>
    queryClient
      .getQueryData<HistoryWindow>(options.queryKey)
      ?.pages.flatMap(({ messages }) => messages)
      .find(({ id }) => id === 'm')
      ?.reactions.flatMap(({ userIds }) => userIds);
  const seen: (string[] | undefined)[] = [];
  const stop = observer.subscribe(() => seen.push(people()));
  await vi.advanceTimersByTimeAsync(0);
  seen.length = 0;
  return { dispatcher, observer, people, seen, end: () => (stop(), dispatcher.close()) };
}

const room = () => looking(() => Promise.resolve(page(10, [liked])));

describe('a reaction', () => {
  beforeEach(() => {
    vi.useFakeTimers();
    queryClient.clear();
    useToasts.setState({ toasts: [] });
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  test('shows at once, and goes on showing when the answer comes before the event', async () => {
    const { dispatcher, people, seen, end } = await room();
    const { call, answer } = calling();
    dispatcher.optimistic(change('reaction.added'), call);
    expect(people()).toEqual(['bob', 'me']);
    await answer(11);
    dispatcher.receive([stored(11, 'reaction.added')]);
    await vi.advanceTimersByTimeAsync(0);
    expect(seen).not.toContainEqual(['bob']);
    dispatcher.receive([stored(12, 'reaction.removed')]);
    expect(people()).toEqual(['bob']);
    end();
  });

  test('is the stored one as soon as that comes, also before the answer', async () => {
    const { dispatcher, people, end } = await room();
    const { call, answer } = calling();
    dispatcher.optimistic(change('reaction.added'), call);
    dispatcher.receive([stored(11, 'reaction.added')]);
    expect(people()).toEqual(['bob', 'me']);
    dispatcher.receive([stored(12, 'reaction.removed')]);
    expect(people()).toEqual(['bob']);
    await answer(11);
    expect(people()).toEqual(['bob']);
    end();
  });

  test('that is refused is taken back, with a sentence that says why', async () => {
    const { dispatcher, people, end } = await room();
    const { call, refuse } = calling();
    dispatcher.optimistic(change('reaction.added'), call);
    await refuse();
    expect(people()).toEqual(['bob']);
    expect(useToasts.getState().toasts).toMatchObject([{ tone: 'problem', text: 'room_archived' }]);
    end();
  });

  test('whose answer is lost stays when it came by the stream', async () => {
    const { dispatcher, people, end } = await room();
    const { call, refuse } = calling();
    dispatcher.optimistic(change('reaction.added'), call);
    dispatcher.receive([stored(11, 'reaction.added')]);
    await refuse();
    expect(people()).toEqual(['bob', 'me']);
    expect(useToasts.getState().toasts).toEqual([]);
    end();
  });

  test('pressed twice goes to the server in order, and each press settles by itself', async () => {
    const { dispatcher, people, end } = await room();
    const [first, second] = [calling(), calling()];
    dispatcher.optimistic(change('reaction.added'), first.call);
    dispatcher.optimistic(change('reaction.removed'), second.call);
    expect(people()).toEqual(['bob']);
    await vi.advanceTimersByTimeAsync(0);
    expect([first.started.mock.calls.length, second.started.mock.calls.length]).toEqual([1, 0]);
    await first.answer(11);
    dispatcher.receive([stored(11, 'reaction.added')]);
    expect(people()).toEqual(['bob']);
    await second.refuse();
    expect(people()).toEqual(['bob', 'me']);
    end();
  });

  test('that is refused leaves another one alone', async () => {
    const { dispatcher, people, end } = await room();
    const [first, second] = [calling(), calling()];
    dispatcher.optimistic(change('reaction.added'), first.call);
    dispatcher.optimistic(change('reaction.added', '🎂'), second.call);
    await first.refuse();
    expect(people()).toEqual(['bob', 'me']);
    await second.answer(11);
    dispatcher.receive([{ ...stored(11, 'reaction.added'), ...change('reaction.added', '🎂') }]);
    expect(people()).toEqual(['bob', 'me']);
    end();
  });

  test('stays shown over a resync until the room is read again', async () => {
    let reads = 0;
    let arrives = (_page: HistoryPage): void => undefined;
    const { dispatcher, people, seen, end } = await looking(() => {
      reads += 1;
      return reads === 1 ? Promise.resolve(page(10, [liked])) : new Promise((resolve) => (arrives = resolve));
    });
    const { call, answer } = calling();
    dispatcher.optimistic(change('reaction.added'), call);
    dispatcher.receive([{ kind: 'resync', rev: 90 }]);
    await answer(88);
    expect(people()).toEqual(['bob', 'me']);
    arrives(page(90, [likedByBoth(88)]));
    await vi.advanceTimersByTimeAsync(0);
    expect(people()).toEqual(['bob', 'me']);
    expect(seen).not.toContainEqual(['bob']);
    dispatcher.receive([stored(91, 'reaction.removed')]);
    expect(people()).toEqual(['bob']);
    end();
  });

  test('that is refused goes also where an older page was loaded meanwhile', async () => {
    const { dispatcher, observer, people, end } = await looking(({ at }) =>
      Promise.resolve(
        at === 'end' ? page(10, [liked], { at: 'before', rev: 9 }) : page(10, [{ ...someMessage, id: 'older' }]),
      ),
    );
    const { call, refuse } = calling();
    dispatcher.optimistic(change('reaction.added'), call);
    await observer.fetchPreviousPage();
    expect(people()).toEqual(['bob', 'me']);
    await refuse();
    expect(people()).toEqual(['bob']);
    end();
  });

  test('that was there already, from another device, leaves nothing behind', async () => {
    const { dispatcher, people, end } = await room();
    dispatcher.receive([stored(11, 'reaction.added')]);
    const { call, answer } = calling();
    dispatcher.optimistic(change('reaction.added'), call);
    await answer(11);
    dispatcher.receive([stored(12, 'reaction.removed')]);
    expect(people()).toEqual(['bob']);
    end();
  });
});
