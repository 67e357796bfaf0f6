import type { inferRouterInputs } from '@trpc/server';
import type { AppRouter } from '#server/features.ts';
import type { PermissionFixture } from './permission-fixture.ts';

type Nouns = AppRouter['_def']['record'];
type Inputs = inferRouterInputs<AppRouter>;
/** Every procedure there is; one without a row below is a type error. */
export type Path = { [N in keyof Nouns]: `${N}.${Extract<keyof Nouns[N], string>}` }[keyof Nouns];
type InputOf<P extends Path> = P extends `${infer N}.${infer V}`
  ? N extends keyof Inputs
    ? V extends keyof Inputs[N]
      ? Inputs[N][V]
      : never
    : never
  : never;

const nothing = () => undefined;
const theRoom = ({ roomId }: PermissionFixture) => ({ roomId });
const theMessage = ({ messageId }: PermissionFixture) => ({ messageId });

/** A right input for each procedure. What it answers to whom follows from the rule that it asks for. */
export const inputs: { [P in Path]: (fixture: PermissionFixture) => InputOf<P> } = {
  'auth.status': nothing,
  'auth.me': nothing,
  'auth.register': ({ fresh, password }) => ({ name: fresh, password }),
  'auth.login': ({ colleague, password }) => ({ name: colleague.name, password }),
  'auth.logout': nothing,
  'auth.sessions': nothing,
  'auth.revoke': ({ otherSessionId }) => ({ sessionId: otherSessionId }),
  'auth.revokeOthers': nothing,
  'auth.changePassword': ({ password }) => ({ currentPassword: password, newPassword: password }),
  'invites.create': () => ({ maxUses: 3 }),
  'invites.list': nothing,
  'invites.revoke': ({ inviteId }) => ({ inviteId }),
  'invites.check': ({ inviteCode }) => ({ code: inviteCode }),
  'workspace.get': nothing,
  'workspace.update': () => ({ name: 'Renamed' }),
  'users.list': nothing,
  'users.updateProfile': () => ({ statusText: 'busy' }),
  'users.setAvatar': () => ({ image: null }),
  'rooms.list': nothing,
  'rooms.browse': () => ({ search: 'gen' }),
  'rooms.get': theRoom,
  'rooms.members': theRoom,
  'rooms.create': ({ fresh, outsider }) => ({ kind: 'private', name: fresh, userIds: [outsider.id] }),
  'rooms.openDirect': ({ outsider }) => ({ userIds: [outsider.id] }),
  'rooms.join': theRoom,
  'rooms.leave': theRoom,
  'rooms.rename': ({ roomId, fresh }) => ({ roomId, name: fresh }),
  'rooms.setTopic': ({ roomId }) => ({ roomId, topic: 'weather' }),
  'rooms.archive': theRoom,
  'rooms.unarchive': theRoom,
  'rooms.invite': ({ roomId, outsider }) => ({ roomId, userIds: [outsider.id] }),
  'rooms.removeMember': ({ roomId, colleague }) => ({ roomId, userId: colleague.id }),
  'messages.send': ({ roomId, fresh }) => ({ roomId, tempId: fresh, text: 'hello' }),
  'messages.history': theRoom,
  'messages.get': theMessage,
  'messages.edit': ({ messageId }) => ({ messageId, text: 'better' }),
  'messages.recall': theMessage,
  'messages.versions': theMessage,
  'messages.subscribe': theRoom,
  'reactions.add': ({ messageId }) => ({ messageId, emoji: '👍' }),
  'reactions.remove': ({ messageId }) => ({ messageId, emoji: '👍' }),
  'mentions.list': nothing,
  'mentions.subscribe': nothing,
  'reads.mark': ({ roomId }) => ({ roomId, rev: 1 }),
  'reads.markUnread': theMessage,
  'reads.seenBy': theMessage,
  'signals.set': ({ roomId }) => ({ roomId, signal: 'typing', on: true }),
  'signals.subscribe': theRoom,
  'presence.list': nothing,
  'presence.set': () => ({ tabId: 'tab', active: false }),
  'presence.subscribe': nothing,
  'sync.stream': nothing,
};

export const isPath = (path: string): path is Path => path in inputs;
