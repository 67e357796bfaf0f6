import type { WebSocket } from 'ws';

/** Someone to connect as. */
export interface Person {
  token: string;
  roomId: string;
}

/** How a client speaks to one kind of server. All of them use the same plain WebSocket client, so that it costs all the same. */
export interface Dialect {
  url(port: number, person: Person): string;
  /** Answers one frame while connecting; true when the stream is live. `index` identifies the connection. */
  greet(socket: WebSocket, frame: string, person: Person, index: number): boolean;
  /** What is said first, when the socket opens. */
  begin(socket: WebSocket, person: Person, index: number): void;
  /** `call` is at least `firstCall` and below ten times that. */
  send(socket: WebSocket, person: Person, call: number, text: string): void;
  isAck(frame: Buffer): boolean;
  isRefusal(frame: Buffer): boolean;
  keepAlive(socket: WebSocket, frame: Buffer): void;
}

/** Calls are numbered from here, so that an answer's comma distinguishes it from an event. */
export const firstCall = 1_000_000;
const comma = 0x2c;
const digit = (frame: Buffer, at: number): string => String.fromCharCode(frame[at] ?? 0);

/** tRPC's own envelopes, as @trpc/client writes them. */
const parley: Dialect = {
  url: (port) => `ws://127.0.0.1:${port}/trpc?connectionParams=1`,
  begin(socket, person, index) {
    socket.send(JSON.stringify({ method: 'connectionParams', data: { token: person.token } }));
    const params = { path: 'sync.stream', input: { tabId: `tab-${index}` } };
    socket.send(JSON.stringify({ id: index + 1, method: 'subscription', params }));
  },
  greet(_socket, frame) {
    if (frame.includes('"error":')) throw new Error(frame);
    return frame.includes('"kind":"hello"');
  },
  send(socket, person, call, text) {
    const input = { roomId: person.roomId, tempId: `temp-${call}`, text };
    socket.send(JSON.stringify({ id: call, method: 'mutation', params: { path: 'messages.send', input } }));
  },
  isAck: (frame) => frame[13] === comma,
  isRefusal: (frame) => frame[13] === comma && digit(frame, 15) === 'e',
  keepAlive(socket, frame) {
    if (frame.length === 4 && frame.toString() === 'PING') socket.send('PONG');
  },
};

/** Engine.IO 4 and Socket.IO 5 packets, as socket.io-client writes them on its WebSocket transport. */
const socketio: Dialect = {
  url: (port) => `ws://127.0.0.1:${port}/socket.io/?EIO=4&transport=websocket`,
  begin() {},
  greet(socket, frame, person) {
    if (frame.startsWith('44')) throw new Error(frame);
    if (frame.startsWith('0')) socket.send(`40${JSON.stringify(person)}`);
    return frame.startsWith('42["ready"');
  },
  send(socket, person, call, text) {
    socket.send(`42${call}${JSON.stringify(['send', { roomId: person.roomId, tempId: `temp-${call}`, text }])}`);
  },
  isAck: (frame) => digit(frame, 0) === '4' && digit(frame, 1) === '3',
  isRefusal: (frame) => frame.includes('"refused"'),
  keepAlive(socket, frame) {
    if (frame.length === 1 && digit(frame, 0) === '2') socket.send('3');
  },
};

/** The least a chat on `ws` can be: JSON each way. */
const ws: Dialect = {
  url: (port) => `ws://127.0.0.1:${port}/`,
  begin: (socket, person) => socket.send(JSON.stringify(person)),
  greet: (_socket, frame) => frame === 'ready',
  send: (socket, _person, call, text) => socket.send(JSON.stringify({ call, tempId: `temp-${call}`, text })),
  isAck: (frame) => frame.length < 64 && frame.includes('"ack"'),
  isRefusal: () => false,
  keepAlive() {},
};

export const dialects = { parley, socketio, ws };
export type DialectName = keyof typeof dialects;
