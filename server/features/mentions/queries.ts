import { and, desc, eq, gt, inArray, lt, ne, sql } from 'drizzle-orm';
import type { Message } from '#shared/messages.ts';
import { headRev } from '#server/platform/db/log.ts';
import type { Db } from '#server/platform/db/store.ts';
import { assemble } from '#server/features/messages/queries.ts';

const page = 50;

/** Unread messages that mention the person, newest first, from before the rev `cursor`; as of `rev`. */
export async function unreadMentions(
  db: Db,
  userId: string,
  cursor: number | null,
): Promise<{ rev: number; messages: Message[]; cursor: number | null }> {
  const { memberships: own, mentions: x, messages: m } = db.tables;
  const calls = db
    .selectDistinct({ messageId: x.messageId, rev: x.rev })
    .from(x)
    .innerJoin(own, and(eq(own.roomId, x.roomId), eq(own.userId, userId)))
    .where(
      and(
        inArray(x.userId, [userId, '']),
        ne(x.authorId, userId),
        gt(x.rev, own.lastReadRev),
        cursor === null ? undefined : lt(x.rev, cursor),
      ),
    )
    .orderBy(desc(x.rev))
    .limit(page + 1);
  const found = await calls;
  const ids = found.slice(0, page).map((row) => row.messageId);
  const rows =
    ids.length === 0
      ? []
      : await db
          .select()
          .from(m)
          .where(inArray(m.id, ids))
          .orderBy(sql`${m.rev} desc`);
  return {
    rev: await headRev(db),
    messages: await assemble(db, rows),
    cursor: found.length > page ? (rows.at(-1)?.rev ?? null) : null,
  };
}
