import { useEffect, useState } from 'react';
import { EventDispatcher } from './event-dispatcher.ts';
import type { Feature } from './feature.ts';
import { loadAgain } from './load-part.ts';
import { revOf } from './gaps.ts';
import { Outbox } from './outbox.ts';
import type { OutboxEntry } from './outbox-store.ts';
import { Realtime, useRealtime } from './realtime.ts';
import type { Session } from './session.ts';
import { readingOf } from './snapshots.ts';
import { announceTab } from './tab.ts';
import { transports } from './transports.ts';
import { client, queryClient } from './trpc.ts';

const deliver = ({ roomId, tempId, text, mentions, replyTo, confirmed }: OutboxEntry) =>
  client.messages.send.mutate({ roomId, tempId, text, mentions, confirmed, replyToId: replyTo?.messageId ?? null });

/** Reads what every screen needs. Resolves to the rev that all of it is at least true at. */
async function loadBasics(features: readonly Feature[]): Promise<number> {
  const basics = features.flatMap(
    ({ snapshots }) => snapshots?.filter(({ scope, boot }) => scope === 'person' && boot) ?? [],
  );
  const loaded = basics.map((basic) => queryClient.fetchQuery(readingOf(basic)));
  return Math.min(...(await Promise.all(loaded)).map(revOf));
}

interface SessionOptions {
  meId: string;
  features: readonly Feature[];
  /** Runs when the server has ended the session. */
  onSignedOut: () => void;
}

/** Starts what the signed-in page runs on, and shows the session once its first data is there. Returns how to end it. */
function openSession({ meId, features, onSignedOut }: SessionOptions, show: (session: Session | 'failed') => void) {
  const outbox = new Outbox(meId, deliver);
  const dispatcher = new EventDispatcher(meId, features, (event) => {
    for (const { onEvent } of features) onEvent?.(event, { meId, outbox });
  });
  const repeatedCalls = features.flatMap((feature) => feature.repeatedCalls ?? []);
  const wakeCalls = () => repeatedCalls.forEach((calls) => calls.wake());
  const ends = features.flatMap(({ start }) => start?.({ meId, outbox }) ?? []);
  let realtime: Realtime | null = null;
  let closed = false;
  const unsubscribe = useRealtime.subscribe(({ state }, before) => {
    if (state !== 'live' || before.state === 'live') return;
    outbox.wake();
    wakeCalls();
    loadAgain();
  });
  addEventListener('focus', wakeCalls);
  async function begin(): Promise<void> {
    const lastRev = await loadBasics(features);
    if (closed) return;
    realtime = new Realtime({ lastRev, onEvents: (events) => dispatcher.receive(events), onSignedOut, transports });
    announceTab();
    await outbox.restore();
    show({ meId, outbox, reconnect: () => realtime?.reconnect(), optimistic: dispatcher.optimistic });
  }
  begin().catch(() => !closed && show('failed'));
  return () => {
    closed = true;
    unsubscribe();
    removeEventListener('focus', wakeCalls);
    // What one person has read is nobody else's: the next may be another.
    for (const calls of repeatedCalls) calls.drop();
    realtime?.close();
    dispatcher.close();
    for (const end of ends) end();
    outbox.close();
  };
}

/** The session while the component lives: null until the first data is there, `failed` when it cannot be had. */
export function useLiveSession({ meId, features, onSignedOut }: SessionOptions): Session | null | 'failed' {
  const [session, setSession] = useState<Session | null | 'failed'>(null);
  useEffect(() => openSession({ meId, features, onSignedOut }, setSession), [meId, features, onSignedOut]);
  return session;
}
