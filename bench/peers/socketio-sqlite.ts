import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import Sqlite from 'better-sqlite3';
import { type DefaultEventsMap, Server } from 'socket.io';
import { z } from 'zod';
import { postedEvent } from './events.ts';

/**
 * A Socket.IO chat with accounts that keeps what is said: the token is looked up, the person joins their rooms, and
 * each message is one transaction (membership checked, message and event written) at `synchronous=FULL`, committed
 * before it is acknowledged. `JOURNAL=delete` leaves SQLite's journal as it is installed.
 */
const person = z.object({ token: z.string(), roomId: z.string(), userId: z.string(), roomIds: z.array(z.string()) });
const hello = z.object({ token: z.string() });
const send = z.object({ roomId: z.string(), tempId: z.string(), text: z.string() });
const session = z.object({ userId: z.string() }).optional();
const membership = z.array(z.object({ roomId: z.string() }));
const hash = (token: string): string => createHash('sha256').update(token).digest('base64url');

const db = new Sqlite(process.env.DATABASE ?? '');
db.pragma(`journal_mode = ${process.env.JOURNAL ?? 'wal'}`);
db.pragma('synchronous = FULL');
db.exec(`create table sessions (token_hash text primary key, user_id text not null);
  create table memberships (room_id text, user_id text, primary key (room_id, user_id)) without rowid;
  create index memberships_user on memberships (user_id);
  create table messages (id text primary key, room_id text, author_id text, temp_id text, rev integer, text text, created_at integer);
  create unique index messages_room_rev on messages (room_id, rev);
  create unique index messages_sender_temp on messages (author_id, temp_id);
  create table events (rev integer primary key, room_id text, kind text, message_id text, data text, at integer)`);
const addSession = db.prepare('insert into sessions values (?, ?)');
const addMember = db.prepare('insert into memberships values (?, ?)');
db.transaction(() => {
  for (const one of z.array(person).parse(JSON.parse(readFileSync(process.env.PEOPLE ?? '', 'utf8')))) {
    addSession.run(hash(one.token), one.userId);
    for (const roomId of one.roomIds) addMember.run(roomId, one.userId);
  }
})();

const findSession = db.prepare('select user_id as userId from sessions where token_hash = ?');
const roomsOf = db.prepare('select room_id as roomId from memberships where user_id = ?');
const isMember = db.prepare('select 1 from memberships where room_id = ? and user_id = ?');
const addMessage = db.prepare('insert into messages values (?, ?, ?, ?, ?, ?, ?)');
const addEvent = db.prepare('insert into events values (?, ?, ?, ?, ?, ?)');
let rev = 0;

const keep = db.transaction((userId: string, roomId: string, tempId: string, text: string) => {
  if (!isMember.get(roomId, userId)) throw new Error('not a member');
  rev += 1;
  const event = postedEvent(rev, roomId, userId, tempId, text);
  addMessage.run(event.message.id, roomId, userId, tempId, rev, text, event.at);
  addEvent.run(rev, roomId, event.kind, event.message.id, JSON.stringify(event), event.at);
  return event;
});

const io = new Server<DefaultEventsMap, DefaultEventsMap, DefaultEventsMap, { userId: string }>({
  transports: ['websocket'],
  serveClient: false,
});
io.use((socket, next) => {
  const found = session.parse(findSession.get(hash(hello.parse(socket.handshake.auth).token)));
  if (!found) return next(new Error('not signed in'));
  socket.data.userId = found.userId;
  next();
});
io.on('connection', (socket) => {
  const { userId } = socket.data;
  void socket.join(membership.parse(roomsOf.all(userId)).map(({ roomId }) => roomId));
  socket.on('send', (input: unknown, acknowledge: (answer: unknown) => void) => {
    const { roomId, tempId, text } = send.parse(input);
    try {
      const event = keep(userId, roomId, tempId, text);
      io.to(roomId).emit('event', event);
      acknowledge({ tempId, message: event.message });
    } catch (reason) {
      acknowledge({ refused: String(reason) });
    }
  });
  socket.emit('ready');
});
io.listen(Number(process.env.PORT));
