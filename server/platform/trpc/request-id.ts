const requestId = Symbol('request id');

/**
 * tRPC's JSON encoder that also leaves a subscription's request id on its input, under a symbol no validator keeps:
 * the hub needs it to address live frames.
 */
export const socketEncoder = {
  encode: (data: unknown): string => JSON.stringify(data),
  decode(data: string | ArrayBuffer | Uint8Array): unknown {
    if (typeof data !== 'string') throw new Error('Only text frames are understood.');
    const decoded: unknown = JSON.parse(data);
    for (const message of Array.isArray(decoded) ? decoded : [decoded]) leaveId(message);
    return decoded;
  },
};

function leaveId(message: unknown): void {
  if (!isRecord(message) || message.method !== 'subscription' || !isRecord(message.params)) return;
  const input = isRecord(message.params.input) ? message.params.input : {};
  message.params.input = Object.assign(input, { [requestId]: message.id });
}

/** The id the socket's client gave this subscription, or null when it did not come by a socket. */
export function requestIdOf(rawInput: unknown): string | number | null {
  if (!isRecord(rawInput)) return null;
  const id: unknown = Reflect.get(rawInput, requestId);
  return typeof id === 'string' || typeof id === 'number' ? id : null;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
