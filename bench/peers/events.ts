import { randomUUID } from 'node:crypto';

/** The event a peer sends for a message: of the same fields and size as the product's own. */
export function postedEvent(rev: number, roomId: string, authorId: string, tempId: string, text: string) {
  const at = Date.now();
  const message = {
    id: randomUUID().slice(0, 21),
    roomId,
    authorId,
    tempId,
    rev,
    text,
    mentions: [],
    createdAt: at,
    editedAt: null,
    recalledAt: null,
    recalledBy: null,
    notice: null,
    replyTo: null,
    reactions: [],
  };
  return { kind: 'message.posted', rev, at, roomId, userId: null, message };
}
