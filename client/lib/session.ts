import { createContext, useContext } from 'react';
import type { OptimisticEvents } from './optimistic.ts';
import type { Outbox } from './outbox.ts';

/** What the signed-in page runs on: the person, their outbox, and the stream. */
export interface Session {
  meId: string;
  outbox: Outbox;
  reconnect: () => void;
  /** Shows an event of the log at once, and takes it back when the call for it is refused. */
  optimistic: OptimisticEvents['show'];
}

export const SessionContext = createContext<Session | null>(null);

export function useSession(): Session {
  const session = useContext(SessionContext);
  if (!session) throw new Error('useSession is for the signed-in page');
  return session;
}
