import { type WebSocket, WebSocketServer } from 'ws';
import { z } from 'zod';
import { postedEvent } from './events.ts';

/** The least a chat on `ws` can be: no accounts, nothing kept, the event encoded once and sent to every socket of the room. */
const hello = z.object({ token: z.string(), roomId: z.string() });
const send = z.object({ call: z.number(), tempId: z.string(), text: z.string() });
const rooms = new Map<string, Set<WebSocket>>();
let rev = 0;

const server = new WebSocketServer({ host: '127.0.0.1', port: Number(process.env.PORT), perMessageDeflate: false });
server.on('connection', (socket) => {
  socket.once('message', (first: Buffer) => {
    const { token, roomId } = hello.parse(JSON.parse(first.toString()));
    const room = rooms.get(roomId) ?? new Set();
    rooms.set(roomId, room.add(socket));
    socket.on('message', (data: Buffer) => hear(socket, room, roomId, token, data));
    socket.on('close', () => room.delete(socket));
    socket.send('ready');
  });
});

function hear(sender: WebSocket, room: Set<WebSocket>, roomId: string, authorId: string, data: Buffer): void {
  const { call, tempId, text } = send.parse(JSON.parse(data.toString()));
  rev += 1;
  const frame = Buffer.from(JSON.stringify(postedEvent(rev, roomId, authorId.slice(0, 21), tempId, text)));
  for (const socket of room) if (socket !== sender) socket.send(frame, { binary: false });
  sender.send(JSON.stringify({ ack: call }));
}
