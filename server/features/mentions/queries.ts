import { and, desc, eq, inArray, lt, ne, sql } from 'drizzle-orm';
import type { Message } from '#shared/messages.ts';
import { headRev } from '#server/platform/log/event-log.ts';
import type { Db } from '#server/platform/db/store.ts';
import { assemble } from '#server/features/messages/queries.ts';
import { isUnreadCall } from '#server/features/reads/queries.ts';
import { memberships } from '#server/features/memberships/tables.ts';
import { messages } from '#server/features/messages/tables.ts';
import { mentions } from './tables.ts';

const page = 50;

/**
 * Unread messages that mention the person, the last to call first, as of `rev`. A message calls at its own rev, or at that
 * of the edit that named the person; `cursor` is such a rev, and the page begins before it.
 */
export async function unreadMentions(
  db: Db,
  userId: string,
  cursor: number | null,
): Promise<{ rev: number; messages: Message[]; cursor: number | null }> {
  const own = db.of(memberships);
  const x = db.of(mentions);
  const m = db.of(messages);
  const calledAt = sql<number>`min(${x.rev})`.mapWith(Number).as('called_at');
  const calls = await db
    .select({ messageId: x.messageId, calledAt })
    .from(x)
    .innerJoin(own, and(eq(own.roomId, x.roomId), eq(own.userId, userId)))
    .where(
      and(
        inArray(x.userId, [userId, '']),
        ne(x.authorId, userId),
        isUnreadCall(db),
        cursor === null ? undefined : lt(x.rev, cursor),
      ),
    )
    .groupBy(x.messageId)
    .orderBy(desc(calledAt))
    .limit(page + 1);
  const shown = calls.slice(0, page);
  const ids = shown.map((row) => row.messageId);
  const rows = ids.length === 0 ? [] : await db.select().from(m).where(inArray(m.id, ids));
  return {
    rev: await headRev(db),
    messages: await assemble(
      db,
      rows.toSorted((a, b) => ids.indexOf(a.id) - ids.indexOf(b.id)),
    ),
    cursor: calls.length > page ? (shown.at(-1)?.calledAt ?? null) : null,
  };
}
