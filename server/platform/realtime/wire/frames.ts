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
