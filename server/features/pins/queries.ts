import { desc, eq } from 'drizzle-orm';
import type { Pins } from '#shared/pins.ts';
import { messages } from '#server/features/messages/tables.ts';
import type { MemberRoom } from '#server/features/rooms/access.ts';
import type { Db } from '#server/platform/db/store.ts';
import { headRev } from '#server/platform/log/event-log.ts';
import { pins } from './tables.ts';

/** The pinned messages of a room, the newest pin first. */
export async function pinsOf(db: Db, { roomId }: MemberRoom): Promise<Pins> {
  const [p, m] = [db.of(pins), db.of(messages)];
  const { authorId, text, createdAt } = m;
  const { messageId, pinnedBy, pinnedAt } = p;
  const found = await db
    .select({ messageId, authorId, text, createdAt, pinnedBy, pinnedAt })
    .from(p)
    .innerJoin(m, eq(m.id, p.messageId))
    .where(eq(p.roomId, roomId))
    .orderBy(desc(p.rev));
  return { rev: await headRev(db), pins: found };
}
