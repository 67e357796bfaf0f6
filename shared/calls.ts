/** Calls that go over HTTP alone: they set a cookie, end the session, or carry more than a frame of a WebSocket holds. */
export const httpCalls: ReadonlySet<string> = new Set([
  'auth.register',
  'auth.login',
  'auth.logout',
  'auth.changePassword',
  'users.setAvatar',
]);

/**
 * Changes that may be made twice: the second time leaves the log as it is and is answered like the first. Only these are
 * repeated without an answer. Each command looks before it writes: `unique(author_id, temp_id)` for a send, a row that is
 * there or gone, a room that is in that state already, a mark that only grows.
 *
 * Not repeated: what makes another one each time (`rooms.create`, `invites.create`), keeps a version (`messages.edit`),
 * fails when nothing is left to do (`messages.recall`, `rooms.leave`, `rooms.removeMember`, `auth.revoke`), or would
 * overwrite what somebody else set meanwhile (`rooms.rename`, `rooms.setTopic`, `workspace.update`, `reads.markUnread`).
 */
export const idempotentCalls: ReadonlySet<string> = new Set([
  'messages.send',
  'reactions.add',
  'reactions.remove',
  'pins.add',
  'pins.remove',
  'reads.mark',
  'rooms.join',
  'rooms.openDirect',
  'rooms.invite',
  'rooms.archive',
  'rooms.unarchive',
  'presence.set',
  'signals.set',
]);
