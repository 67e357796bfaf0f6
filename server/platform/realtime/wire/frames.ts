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

/** The beginning of every envelope for one subscription. */
export const encodeRequestId = (requestId: string | number): Buffer =>
  Buffer.from(`{"id":${JSON.stringify(requestId)}`);

export interface PendingFrame {
  readonly head: Buffer;
  readonly body: Buffer;
}

const textFrame = 0x81;
const headerLength = (payload: number): number => (payload < 126 ? 2 : payload < 65_536 ? 4 : 10);

type Take = (bytes: number) => Buffer;
const allocate: Take = (bytes) => Buffer.allocUnsafe(bytes);

/** Unmasked WebSocket text frames (RFC 6455 §5.2), one for each envelope, in one buffer from `take`. */
export function joinFrames(pending: readonly PendingFrame[], take: Take = allocate): Buffer {
  let total = 0;
  for (const { head, body } of pending) {
    const payload = head.length + body.length;
    total += headerLength(payload) + payload;
  }
  const out = take(total);
  let at = 0;
  for (const { head, body } of pending) {
    at = writeHeader(out, at, head.length + body.length);
    out.set(head, at);
    at += head.length;
    out.set(body, at);
    at += body.length;
  }
  return out;
}

function writeHeader(out: Buffer, at: number, payload: number): number {
  out[at] = textFrame;
  if (payload < 126) {
    out[at + 1] = payload;
    return at + 2;
  }
  if (payload < 65_536) {
    out[at + 1] = 126;
    out.writeUInt16BE(payload, at + 2);
    return at + 4;
  }
  out[at + 1] = 127;
  out.writeBigUInt64BE(BigInt(payload), at + 2);
  return at + 10;
}
