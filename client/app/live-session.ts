import { useEffect, useState } from 'react';
import { activityReports } from '#client/features/presence/use-activity.ts';
import { readMarks } from '#client/features/reads/read-marks.ts';
import { settleStored } from '#client/features/messages/settle.ts';
import { forgetEdit } from '#client/lib/drafts.ts';
import { Outbox } from '#client/lib/outbox.ts';
import type { OutboxEntry } from '#client/lib/outbox-store.ts';
import { Realtime, useRealtime } from '#client/lib/realtime.ts';
import { loadAgain } from '#client/lib/load-part.ts';
import { announceTab } from '#client/lib/tab.ts';
import { roomsQuery, usersQuery, workspaceQuery } from '#client/lib/queries.ts';
import type { Session } from '#client/lib/session.ts';
import { transports } from '#client/lib/transports.ts';
import { client, queryClient } from '#client/lib/trpc.ts';
import { Receiver } from './receiver.ts';
import { leave } from './signing.ts';

/** Calls that are repeated until the server has acknowledged them. */
const repeatedCalls = [readMarks, activityReports];
const wakeCalls = () => repeatedCalls.forEach((calls) => calls.wake());

const deliver = ({ roomId, tempId, text, mentions, replyTo, confirmed }: OutboxEntry) =>
  client.messages.send.mutate({ roomId, tempId, text, mentions, confirmed, replyToId: replyTo?.messageId ?? null });

/** Reads what every screen needs. Resolves to the rev that all of it is at least true at. */
async function loadBasics(): Promise<number> {
  const snapshots = await Promise.all([
    queryClient.fetchQuery(workspaceQuery),
    queryClient.fetchQuery(usersQuery),
    queryClient.fetchQuery(roomsQuery),
  ]);
  return Math.min(...snapshots.map(({ rev }) => rev));
}

/** The session while the component lives: null until the first data is there, `failed` when it cannot be had. */
export function useLiveSession(meId: string): Session | null | 'failed' {
  const [session, setSession] = useState<Session | null | 'failed'>(null);
  useEffect(() => {
    const outbox = new Outbox(meId, deliver);
    const receiver = new Receiver(meId, (event) => {
      if (event.kind === 'message.posted') outbox.confirm(event.message);
      if (event.kind === 'message.recalled') forgetEdit(meId, event.messageId);
    });
    const endSettling = settleStored(outbox);
    let realtime: Realtime | null = null;
    let closed = false;
    const unsubscribe = useRealtime.subscribe(({ state }, before) => {
      if (state !== 'live' || before.state === 'live') return;
      outbox.wake();
      wakeCalls();
      loadAgain();
    });
    addEventListener('focus', wakeCalls);
    async function start(): Promise<void> {
      const lastRev = await loadBasics();
      if (closed) return;
      realtime = new Realtime({
        lastRev,
        onEvents: (events) => receiver.receive(events),
        onSignedOut: () => leave(true),
        transports,
      });
      announceTab();
      await outbox.restore();
      setSession({ meId, outbox, reconnect: () => realtime?.reconnect() });
    }
    start().catch(() => !closed && setSession('failed'));
    return () => {
      closed = true;
      unsubscribe();
      removeEventListener('focus', wakeCalls);
      // What one person has read is nobody else's: the next may be another.
      for (const calls of repeatedCalls) calls.drop();
      realtime?.close();
      receiver.close();
      endSettling();
      outbox.close();
    };
  }, [meId]);
  return session;
}
