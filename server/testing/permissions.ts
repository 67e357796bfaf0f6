import type { inferRouterInputs } from '@trpc/server';
import type { ErrorCode } from '#shared/errors.ts';
import type { AppRouter } from '#server/router.ts';
import type { Person } from './world.ts';

/** Who asks: nobody, somebody never in the room, somebody who was, a plain member, a member who runs the workspace. */
export const roles = ['anonymous', 'nonMember', 'formerMember', 'member', 'admin'] as const;
export type Role = (typeof roles)[number];

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

/** What a call may name: a private room and a message in it, the caller's own where they are or were a member. */
export interface Stage {
  roomId: string;
  messageId: string;
  /** A message of another member. */
  othersMessageId: string;
  archivedRoomId: string;
  /** Another member of the room, and somebody who is not in it. */
  member: Person;
  outsider: Person;
  otherSessionId: string;
  inviteId: string;
  inviteCode: string;
  /** Differs from call to call. */
  fresh: string;
  password: string;
}

type Answers = Record<Role, 'ok' | ErrorCode>;
export type Row<P extends Path = Path> = readonly [Answers, (stage: Stage) => InputOf<P>];

const everybody: Answers = { anonymous: 'ok', nonMember: 'ok', formerMember: 'ok', member: 'ok', admin: 'ok' };
const signedIn: Answers = { ...everybody, anonymous: 'not_signed_in' };
const runsWorkspace: Answers = { ...signedIn, nonMember: 'forbidden', formerMember: 'forbidden', member: 'forbidden' };
const inRoom: Answers = { ...signedIn, nonMember: 'room_unknown', formerMember: 'room_unknown' };
const managesRoom: Answers = { ...inRoom, member: 'room_needs_owner' };
const readsMessage: Answers = { ...signedIn, nonMember: 'message_unknown', formerMember: 'message_unknown' };
/** A private room is entered by invitation only; who is in stays in. */
const entersRoom = inRoom;

const nothing = () => undefined;
const theRoom = ({ roomId }: Stage) => ({ roomId });
const theMessage = ({ messageId }: Stage) => ({ messageId });

/** Who may do what: one row for each procedure. */
export const permissions: { [P in Path]: Row<P> } = {
  'auth.status': [everybody, nothing],
  'auth.me': [signedIn, nothing],
  'auth.register': [everybody, ({ fresh, password }) => ({ name: fresh, password })],
  'auth.login': [everybody, ({ member, password }) => ({ name: member.name, password })],
  'auth.logout': [signedIn, nothing],
  'auth.sessions': [signedIn, nothing],
  'auth.revoke': [signedIn, ({ otherSessionId }) => ({ sessionId: otherSessionId })],
  'auth.revokeOthers': [signedIn, nothing],
  'auth.changePassword': [signedIn, ({ password }) => ({ currentPassword: password, newPassword: password })],
  'invites.create': [runsWorkspace, () => ({ maxUses: 3 })],
  'invites.list': [runsWorkspace, nothing],
  'invites.revoke': [runsWorkspace, ({ inviteId }) => ({ inviteId })],
  'invites.check': [everybody, ({ inviteCode }) => ({ code: inviteCode })],
  'workspace.get': [signedIn, nothing],
  'workspace.update': [runsWorkspace, () => ({ name: 'Renamed' })],
  'users.list': [signedIn, nothing],
  'users.updateProfile': [signedIn, () => ({ statusText: 'busy' })],
  'users.setAvatar': [signedIn, () => ({ image: null })],
  'rooms.list': [signedIn, nothing],
  'rooms.browse': [signedIn, () => ({ search: 'gen' })],
  'rooms.get': [inRoom, theRoom],
  'rooms.members': [inRoom, theRoom],
  'rooms.create': [signedIn, ({ fresh, outsider }) => ({ kind: 'private', name: fresh, userIds: [outsider.id] })],
  'rooms.openDirect': [signedIn, ({ outsider }) => ({ userIds: [outsider.id] })],
  'rooms.join': [entersRoom, theRoom],
  'rooms.leave': [inRoom, theRoom],
  'rooms.rename': [inRoom, ({ roomId, fresh }) => ({ roomId, name: fresh })],
  'rooms.setTopic': [inRoom, ({ roomId }) => ({ roomId, topic: 'weather' })],
  'rooms.archive': [managesRoom, theRoom],
  'rooms.unarchive': [managesRoom, ({ archivedRoomId }) => ({ roomId: archivedRoomId })],
  'rooms.invite': [inRoom, ({ roomId, outsider }) => ({ roomId, userIds: [outsider.id] })],
  'rooms.removeMember': [managesRoom, ({ roomId, member }) => ({ roomId, userId: member.id })],
  'messages.send': [inRoom, ({ roomId, fresh }) => ({ roomId, tempId: fresh, text: 'hello' })],
  'messages.history': [inRoom, theRoom],
  'messages.get': [readsMessage, theMessage],
  'messages.edit': [readsMessage, ({ messageId }) => ({ messageId, text: 'better' })],
  'messages.recall': [readsMessage, theMessage],
  'messages.versions': [readsMessage, theMessage],
  'messages.subscribe': [inRoom, theRoom],
  'reactions.add': [readsMessage, ({ messageId }) => ({ messageId, emoji: '👍' })],
  'reactions.remove': [readsMessage, ({ messageId }) => ({ messageId, emoji: '👍' })],
  'mentions.list': [signedIn, nothing],
  'mentions.subscribe': [signedIn, nothing],
  'reads.mark': [inRoom, ({ roomId }) => ({ roomId, rev: 1 })],
  'reads.markUnread': [readsMessage, theMessage],
  'reads.seenBy': [readsMessage, theMessage],
  'typing.set': [inRoom, ({ roomId }) => ({ roomId, typing: true })],
  'typing.subscribe': [inRoom, theRoom],
  'presence.list': [signedIn, nothing],
  'presence.set': [signedIn, () => ({ tabId: 'tab', active: false })],
  'presence.subscribe': [signedIn, nothing],
  'sync.stream': [signedIn, nothing],
};

/** What differs where the message is another member's. */
export const onOthersMessage = {
  'messages.edit': [
    { ...readsMessage, member: 'forbidden', admin: 'forbidden' },
    ({ othersMessageId }) => ({ messageId: othersMessageId, text: 'mine now' }),
  ],
  'messages.recall': [
    { ...readsMessage, member: 'forbidden' },
    ({ othersMessageId }) => ({ messageId: othersMessageId }),
  ],
} satisfies Partial<{ [P in Path]: Row<P> }>;
