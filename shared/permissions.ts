import type { ErrorCode } from './errors.ts';
import type { MemberRole, RoomKind } from './rooms.ts';
import type { UserRole } from './users.ts';

/** A person in a room, or before its door: the facts that rules of rooms ask for. */
export interface RoomActor {
  userId: string;
  /** Null outside the room. */
  role: MemberRole | null;
  /** The current one, not that of the time when a session or socket was opened. */
  workspaceRole: UserRole;
  kind: RoomKind;
  archivedAt: number | null;
  /** Everybody belongs to this room. */
  defaultRoom: boolean;
}

/** The facts that rules of messages ask for, besides those of the room. */
export interface MessageFacts {
  authorId: string;
  notice: unknown;
  recalledAt: number | null;
}

/** Returns why not, or null. */
type Rule<Subject extends readonly unknown[] = []> = (room: RoomActor, ...subject: Subject) => ErrorCode | null;
type MessageRule = Rule<[MessageFacts]>;
type WorkspaceRule = (role: UserRole) => ErrorCode | null;

/** The first reason against it. */
const all =
  <S extends readonly unknown[]>(...rules: Rule<S>[]): Rule<S> =>
  (room, ...subject) =>
    rules.reduce<ErrorCode | null>((reason, rule) => reason ?? rule(room, ...subject), null);
/** One of two is enough; without either, the first says why not. */
const either =
  <S extends readonly unknown[]>(rule: Rule<S>, other: Rule<S>): Rule<S> =>
  (room, ...subject) =>
    other(room, ...subject) === null ? null : rule(room, ...subject);

const runsWorkspace: WorkspaceRule = (role) => (role === 'owner' || role === 'admin' ? null : 'forbidden');

// A room outside which nothing is known of it answers like one that does not exist.
const visible: Rule = ({ kind, role }) => (kind === 'public' || role !== null ? null : 'room_unknown');
const inside: Rule = ({ role }) => (role === null ? 'not_a_member' : null);
const member = all(visible, inside);
const writable: Rule = ({ archivedAt }) => (archivedAt === null ? null : 'room_archived');
const notDirect =
  (reason: ErrorCode): Rule =>
  ({ kind }) =>
    kind === 'direct' ? reason : null;
/** A direct room is its people, and has no name, topic or doors. */
const named = notDirect('room_direct');
const notDefaultRoom: Rule = ({ defaultRoom }) => (defaultRoom ? 'room_lobby' : null);
const ownsRoom: Rule = ({ role }) => (role === 'owner' ? null : 'room_needs_owner');
const manages = either(ownsRoom, ({ workspaceRole }) => runsWorkspace(workspaceRole));

const readable: MessageRule = ({ role }) => (role === null ? 'message_unknown' : null);
const notRecalled: MessageRule = (_room, { recalledAt }) => (recalledAt === null ? null : 'message_recalled');
/** Not a notice, which the system wrote. */
const written: MessageRule = (_room, { notice }) => (notice == null ? null : 'forbidden');
const own: MessageRule = ({ userId }, { authorId }) => (authorId === userId ? null : 'forbidden');

const inRoom = (...rules: Rule[]): Rule => all(member, ...rules);
const onMessage = (...rules: MessageRule[]): MessageRule => all(readable, ...rules);

/** What people do in a room. */
export const roomRules = {
  join: all(visible, either(writable, inside)),
  read: inRoom(),
  post: inRoom(writable),
  mentionEverybody: inRoom(notDirect('mention_invalid')),
  invite: inRoom(named, writable),
  rename: inRoom(named, writable),
  setTopic: inRoom(named, writable),
  leave: inRoom(named, notDefaultRoom),
  removeMember: inRoom(named, manages, notDefaultRoom),
  archive: inRoom(named, manages, notDefaultRoom),
  unarchive: inRoom(named, manages, notDefaultRoom),
} satisfies Record<string, Rule>;

/** What people do with a message of a room. */
export const messageRules = {
  read: onMessage(),
  reply: onMessage(roomRules.post),
  react: onMessage(writable, notRecalled),
  pin: onMessage(writable, notRecalled, written),
  edit: onMessage(writable, notRecalled, written, own),
  recall: onMessage(writable, notRecalled, written, either<[MessageFacts]>(own, manages)),
} satisfies Record<string, MessageRule>;

/** What people do with the workspace. */
export const workspaceRules = {
  invite: runsWorkspace,
  configure: runsWorkspace,
} satisfies Record<string, WorkspaceRule>;

export type RoomPermission = keyof typeof roomRules;
export type MessagePermission = keyof typeof messageRules;
export type WorkspacePermission = keyof typeof workspaceRules;
/** What a procedure asks for: nothing, a session, or besides the session a rule of the tables. */
export type Ask =
  | 'nothing'
  | 'session'
  | `workspace.${WorkspacePermission}`
  | `room.${RoomPermission}`
  | `message.${MessagePermission}`;

/** Whether to offer it. */
export const may = (room: RoomActor, permission: RoomPermission): boolean => roomRules[permission](room) === null;
export const mayWithMessage = (room: RoomActor, message: MessageFacts, permission: MessagePermission): boolean =>
  messageRules[permission](room, message) === null;
export const mayInWorkspace = (role: UserRole, permission: WorkspacePermission): boolean =>
  workspaceRules[permission](role) === null;

/** Who comes first where one member of a room has to act for it: the lowest number. Names of roles order nothing. */
export const memberRank: Readonly<Record<MemberRole, number>> = { owner: 0, member: 1 };
