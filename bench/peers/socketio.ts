import { Server } from 'socket.io';
import { z } from 'zod';
import { postedEvent } from './events.ts';

/** A Socket.IO chat as its guide teaches it: rooms, acknowledgements, nothing kept. */
const hello = z.object({ token: z.string(), roomId: z.string() });
const send = z.object({ roomId: z.string(), tempId: z.string(), text: z.string() });
let rev = 0;

const io = new Server({ transports: ['websocket'], serveClient: false });
io.on('connection', (socket) => {
  const { token, roomId } = hello.parse(socket.handshake.auth);
  void socket.join(roomId);
  socket.on('send', (input: unknown, acknowledge: (answer: unknown) => void) => {
    const { tempId, text } = send.parse(input);
    rev += 1;
    const event = postedEvent(rev, roomId, token.slice(0, 21), tempId, text);
    socket.to(roomId).emit('event', event);
    acknowledge({ tempId, message: event.message });
  });
  socket.emit('ready');
});
io.listen(Number(process.env.PORT));
