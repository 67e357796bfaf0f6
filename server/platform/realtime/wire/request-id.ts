import type { Encoder } from '@trpc/server/adapters/ws';

const requestId = Symbol('request id');
/** Clients choose ids, and every frame of a subscription repeats its own. */
const longestId = 64;
const calls: readonly unknown[] = ['query', 'mutation', 'subscription'];

/**
 * tRPC's JSON encoder for one socket. It also leaves a subscription's request id on its input, under a symbol no
 * validator keeps: the hub needs it to address live frames. `decoded` sees every message, and refuses it by throwing.
 */
export const socketEncoder = (decoded: (message: unknown) => void): Encoder => ({
  encode: (data) => JSON.stringify(data),
  decode(data) {
    if (typeof data !== 'string') throw new Error('Only text frames are understood.');
    const message: unknown = JSON.parse(data);
    decoded(message);
    for (const call of listed(message)) leaveId(call);
    return message;
  },
});

const listed = (message: unknown): readonly unknown[] => (Array.isArray(message) ? message : [message]);

/** The ids of the calls in a message; throws for a call whose id is none, or is too long. */
export function callIdsOf(message: unknown): (string | number)[] {
  return listed(message).flatMap((call) => {
    if (!isRecord(call) || !calls.includes(call.method)) return [];
    const { id } = call;
    if (typeof id === 'number' || (typeof id === 'string' && id.length <= longestId)) return [id];
    throw new Error(`The id of a call is a number, or a text of at most ${longestId} characters.`);
  });
}

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
