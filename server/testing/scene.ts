import type { LogEventKind } from '#shared/events.ts';
import type { Person } from './test-app.ts';

export interface Scene {
  ann: Person;
  bob: Person;
  cid: Person;
  /** A room of ann's and bob's, with something said in it. */
  roomId: string;
  /** Ann said this, calling bob; bob has not read it. */
  messageId: string;
}

/** For kinds of events, what somebody does that causes them. */
export type Causes = Partial<Record<LogEventKind, (scene: Scene) => Promise<unknown>>>;
