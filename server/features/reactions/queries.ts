import { asc, inArray } from 'drizzle-orm';
import type { ReactionGroup } from '#shared/reactions.ts';
import type { Db } from '#server/platform/db/store.ts';
import { reactions } from './tables.ts';

/** Reactions by message: emojis in the order of their earliest standing use, people in the order of theirs. */
export async function reactionsOf(db: Db, messageIds: string[]): Promise<Map<string, ReactionGroup[]>> {
  const r = db.of(reactions);
  const rows = await db.select().from(r).where(inArray(r.messageId, messageIds)).orderBy(asc(r.rev));
  const found = new Map<string, ReactionGroup[]>();
  for (const { messageId, emoji, userId, rev } of rows) {
    const groups = found.get(messageId) ?? [];
    found.set(messageId, groups);
    const group = groups.find((known) => known.emoji === emoji);
    if (!group) groups.push({ emoji, userIds: [userId], revs: [rev] });
    else {
      group.userIds.push(userId);
      group.revs.push(rev);
    }
  }
  return found;
}
