/** Calls that go over HTTP alone: they set a cookie, end the session, or carry more than a frame of a WebSocket holds. */
export const httpCalls: ReadonlySet<string> = new Set([
  'auth.register',
  'auth.login',
  'auth.logout',
  'auth.changePassword',
  'users.setAvatar',
]);

/** Changes that may be made twice: the second time leaves everything as it is. Only these are repeated without an answer. */
export const idempotentCalls: ReadonlySet<string> = new Set([
  'messages.send',
  'reactions.add',
  'reactions.remove',
  'reads.mark',
  'rooms.join',
  'rooms.openDirect',
  'presence.set',
  'signals.set',
]);
