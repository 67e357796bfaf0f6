import type { Hint, LogEvent } from '#shared/events.ts';
import type { Actions } from './actions.ts';
import type { NoticeSentence } from './notices.ts';
import type { Session } from './session.ts';
import type { AnySnapshot } from './snapshots.ts';

/** Calls that are repeated until the server has acknowledged them. */
interface RepeatedCalls {
  wake(): void;
  drop(): void;
}

/** What a feature of the signed-in page takes part in. */
export interface Feature {
  snapshots?: readonly AnySnapshot[];
  /** How its kinds of notices are said. */
  notices?: readonly NoticeSentence[];
  /** In a file of its own, `actions.ts`, which is loaded when the page is idle. */
  actions?: () => Promise<Actions>;
  repeatedCalls?: readonly RepeatedCalls[];
  /** Live news, lost without harm. */
  onHint?: (hint: Hint, meId: string) => void;
  /** Every event of the log, after the caches have it. */
  onEvent?: (event: LogEvent, session: Pick<Session, 'meId' | 'outbox'>) => void;
  /** An answer has landed in the cache. */
  onAnswer?: (queryHash: string) => void;
  /** Runs while somebody is signed in; returns how to end it. */
  start?: (session: Pick<Session, 'meId' | 'outbox'>) => () => void;
}
