import { z } from 'zod';
import { messageEvents } from './messages.ts';
import { presenceStatus } from './presence.ts';
import { pinEvents } from './pins.ts';
import { reactionEvents } from './reactions.ts';
import { readEvents } from './reads.ts';
import { memberEvents, roomEvents } from './rooms.ts';
import { signals } from './signals.ts';
import { id } from './text.ts';
import { userEvents } from './users.ts';
import { workspaceEvents } from './workspace.ts';

/**
 * Every durable change, the one list: each noun has its own events. Stored events outlive releases: a field added later
 * has a default, and `stored-events.test.ts` keeps one event of every kind and every past shape.
 */
export const logEvent = z.discriminatedUnion('kind', [
  ...messageEvents,
  ...reactionEvents,
  ...pinEvents,
  ...memberEvents,
  ...roomEvents,
  ...readEvents,
  ...userEvents,
  ...workspaceEvents,
]);
export type LogEvent = z.infer<typeof logEvent>;
export type LogEventKind = LogEvent['kind'];

/** The kinds this version knows. The log may hold others, written by a newer one. */
export const logEventKinds: ReadonlySet<string> = new Set(logEvent.options.map(({ shape }) => shape.kind.value));

/** Live news that is never stored: lost without harm. */
export const hint = z.discriminatedUnion('kind', [
  /** Somebody begins or ends what `signal` says. */
  z.object({
    kind: z.literal('signal'),
    roomId: z.string(),
    userId: z.string(),
    signal: z.enum(signals),
    on: z.boolean(),
  }),
  /** How far members of a small room have read by now; several marks of one moment come together. */
  z.object({ kind: z.literal('reads'), roomId: z.string(), marks: z.record(z.string(), z.number()) }),
  z.object({ kind: z.literal('presence'), users: z.record(z.string(), presenceStatus), lastSeenAt: z.number() }),
  /** First on every stream: the server's version, and the rev the stream starts after. */
  z.object({ kind: z.literal('hello'), version: z.string(), rev: z.number() }),
  /** Too much was missed: load afresh whatever is shown. */
  z.object({ kind: z.literal('resync'), rev: z.number() }),
]);
export type Hint = z.infer<typeof hint>;

/** Everything a stream carries. A hint's tracked id is the rev before it, so it never moves the place to resume. */
export type StreamEvent = LogEvent | Hint;

export const isLogEvent = (event: StreamEvent): event is LogEvent => 'rev' in event && 'at' in event;

export type EventOf<K extends StreamEvent['kind']> = Extract<StreamEvent, { kind: K }>;

/** `lastEventId` is the rev to resume after; without one the stream starts at the present. */
export const streamInput = z.object({
  lastEventId: z
    .string()
    .regex(/^\d{1,16}$/)
    .nullish(),
  /** Tells the tabs of one person apart for presence. */
  tabId: z.string().min(1).max(64).optional(),
});
export const roomStreamInput = streamInput.extend({ roomId: id.optional() });
