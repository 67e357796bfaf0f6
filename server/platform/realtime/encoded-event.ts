import type { StreamEvent } from '#shared/events.ts';

/** An event made ready once for everybody: its rev, and the rest of tRPC's envelope after the request id. */
export interface EncodedEvent<E extends StreamEvent = StreamEvent> {
  readonly event: E;
  /** What a client resumes after: the event's rev, or for a hint the rev before it. */
  readonly id: string;
  readonly body: Buffer;
}

/**
 * The envelope @trpc/server 11.25 gives a tracked event, without its beginning `{"id":<request id>`. Live frames pass
 * by tRPC's encoder: `sockets.test.ts` holds both against each other.
 */
export function encodeEvent<E extends StreamEvent>(event: E, rev: number): EncodedEvent<E> {
  const id = String(rev);
  const data = `{"id":"${id}","data":${JSON.stringify(event)}}`;
  return { event, id, body: Buffer.from(`,"result":{"type":"data","data":${data},"id":"${id}"}}`) };
}
