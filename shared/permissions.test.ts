import { expect, test } from 'vitest';
import { type MessageFacts, messageRules, type RoomActor, roomRules, workspaceRules } from './permissions.ts';
import { userRole } from './users.ts';

const room = { kind: 'public', archivedAt: null, defaultRoom: false } as const;
const rooms = {
  public: room,
  private: { ...room, kind: 'private' },
  direct: { ...room, kind: 'direct' },
  default: { ...room, defaultRoom: true },
  archived: { ...room, archivedAt: 1 },
} as const;
const actors = {
  stranger: { role: null, workspaceRole: 'member' },
  member: { role: 'member', workspaceRole: 'member' },
  owner: { role: 'owner', workspaceRole: 'member' },
  admin: { role: 'member', workspaceRole: 'admin' },
} as const;
const messages = {
  own: { authorId: 'ann', notice: null, recalledAt: null },
  "another's": { authorId: 'bob', notice: null, recalledAt: null },
  'own, recalled': { authorId: 'ann', notice: null, recalledAt: 1 },
  notice: { authorId: 'ann', notice: { type: 'created' }, recalledAt: null },
} satisfies Record<string, MessageFacts>;

const widths = [24, 16, 16, 16, 18];
const line = (...cells: string[]) =>
  cells
    .map((cell, column) => cell.padEnd(widths[column] ?? 18))
    .join(' ')
    .trimEnd();

const keysOf = <K extends string>(table: Record<K, unknown>): K[] =>
  Object.keys(table).filter((key): key is K => key in table);

/** The rules of rooms and messages themselves; a feature shows its own in its test. */
const commonRoomRules = [
  'join',
  'read',
  'post',
  'mentionEverybody',
  'invite',
  'rename',
  'setTopic',
  'leave',
  'removeMember',
  'archive',
  'unarchive',
] as const satisfies readonly (keyof typeof roomRules)[];
const commonMessageRules = [
  'read',
  'reply',
  'react',
  'edit',
  'recall',
] as const satisfies readonly (keyof typeof messageRules)[];

/** What each kind of actor is answered, one permission a line. */
function matrix<P extends string>(
  title: string,
  place: (typeof rooms)[keyof typeof rooms],
  permissions: readonly P[],
  reason: (permission: P, actor: RoomActor) => string | null,
): string[] {
  const answers = (permission: P) =>
    Object.values(actors).map((actor) => reason(permission, { userId: 'ann', ...place, ...actor }) ?? '✓');
  return [
    line(title, ...Object.keys(actors)),
    ...permissions.map((permission) => line(permission, ...answers(permission))),
    '',
  ];
}

test('who may do what in a room, and why not', () => {
  const text = keysOf(rooms).flatMap((kind) =>
    matrix(kind, rooms[kind], commonRoomRules, (permission, actor) => roomRules[permission](actor)),
  );
  expect(text.join('\n')).toMatchInlineSnapshot(`
    "public                   stranger         member           owner            admin
    join                     ✓                ✓                ✓                ✓
    read                     not_a_member     ✓                ✓                ✓
    post                     not_a_member     ✓                ✓                ✓
    mentionEverybody         not_a_member     ✓                ✓                ✓
    invite                   not_a_member     ✓                ✓                ✓
    rename                   not_a_member     ✓                ✓                ✓
    setTopic                 not_a_member     ✓                ✓                ✓
    leave                    not_a_member     ✓                ✓                ✓
    removeMember             not_a_member     room_needs_owner ✓                ✓
    archive                  not_a_member     room_needs_owner ✓                ✓
    unarchive                not_a_member     room_needs_owner ✓                ✓

    private                  stranger         member           owner            admin
    join                     room_unknown     ✓                ✓                ✓
    read                     room_unknown     ✓                ✓                ✓
    post                     room_unknown     ✓                ✓                ✓
    mentionEverybody         room_unknown     ✓                ✓                ✓
    invite                   room_unknown     ✓                ✓                ✓
    rename                   room_unknown     ✓                ✓                ✓
    setTopic                 room_unknown     ✓                ✓                ✓
    leave                    room_unknown     ✓                ✓                ✓
    removeMember             room_unknown     room_needs_owner ✓                ✓
    archive                  room_unknown     room_needs_owner ✓                ✓
    unarchive                room_unknown     room_needs_owner ✓                ✓

    direct                   stranger         member           owner            admin
    join                     room_unknown     ✓                ✓                ✓
    read                     room_unknown     ✓                ✓                ✓
    post                     room_unknown     ✓                ✓                ✓
    mentionEverybody         room_unknown     mention_invalid  mention_invalid  mention_invalid
    invite                   room_unknown     room_direct      room_direct      room_direct
    rename                   room_unknown     room_direct      room_direct      room_direct
    setTopic                 room_unknown     room_direct      room_direct      room_direct
    leave                    room_unknown     room_direct      room_direct      room_direct
    removeMember             room_unknown     room_direct      room_direct      room_direct
    archive                  room_unknown     room_direct      room_direct      room_direct
    unarchive                room_unknown     room_direct      room_direct      room_direct

    default                  stranger         member           owner            admin
    join                     ✓                ✓                ✓                ✓
    read                     not_a_member     ✓                ✓                ✓
    post                     not_a_member     ✓                ✓                ✓
    mentionEverybody         not_a_member     ✓                ✓                ✓
    invite                   not_a_member     ✓                ✓                ✓
    rename                   not_a_member     ✓                ✓                ✓
    setTopic                 not_a_member     ✓                ✓                ✓
    leave                    not_a_member     room_lobby       room_lobby       room_lobby
    removeMember             not_a_member     room_needs_owner room_lobby       room_lobby
    archive                  not_a_member     room_needs_owner room_lobby       room_lobby
    unarchive                not_a_member     room_needs_owner room_lobby       room_lobby

    archived                 stranger         member           owner            admin
    join                     room_archived    ✓                ✓                ✓
    read                     not_a_member     ✓                ✓                ✓
    post                     not_a_member     room_archived    room_archived    room_archived
    mentionEverybody         not_a_member     ✓                ✓                ✓
    invite                   not_a_member     room_archived    room_archived    room_archived
    rename                   not_a_member     room_archived    room_archived    room_archived
    setTopic                 not_a_member     room_archived    room_archived    room_archived
    leave                    not_a_member     ✓                ✓                ✓
    removeMember             not_a_member     room_needs_owner ✓                ✓
    archive                  not_a_member     room_needs_owner ✓                ✓
    unarchive                not_a_member     room_needs_owner ✓                ✓
    "
  `);
});

test('who may do what with a message of an open and of an archived room, and why not', () => {
  const reasonFor = (facts: MessageFacts) => (permission: keyof typeof messageRules, actor: RoomActor) =>
    messageRules[permission](actor, facts);
  const text = keysOf(messages).flatMap((whose) => [
    ...matrix(whose, rooms.public, commonMessageRules, reasonFor(messages[whose])),
    ...matrix(`${whose}, archived`, rooms.archived, commonMessageRules, reasonFor(messages[whose])),
  ]);
  expect(text.join('\n')).toMatchInlineSnapshot(`
    "own                      stranger         member           owner            admin
    read                     message_unknown  ✓                ✓                ✓
    reply                    message_unknown  ✓                ✓                ✓
    react                    message_unknown  ✓                ✓                ✓
    edit                     message_unknown  ✓                ✓                ✓
    recall                   message_unknown  ✓                ✓                ✓

    own, archived            stranger         member           owner            admin
    read                     message_unknown  ✓                ✓                ✓
    reply                    message_unknown  room_archived    room_archived    room_archived
    react                    message_unknown  room_archived    room_archived    room_archived
    edit                     message_unknown  room_archived    room_archived    room_archived
    recall                   message_unknown  room_archived    room_archived    room_archived

    another's                stranger         member           owner            admin
    read                     message_unknown  ✓                ✓                ✓
    reply                    message_unknown  ✓                ✓                ✓
    react                    message_unknown  ✓                ✓                ✓
    edit                     message_unknown  forbidden        forbidden        forbidden
    recall                   message_unknown  forbidden        ✓                ✓

    another's, archived      stranger         member           owner            admin
    read                     message_unknown  ✓                ✓                ✓
    reply                    message_unknown  room_archived    room_archived    room_archived
    react                    message_unknown  room_archived    room_archived    room_archived
    edit                     message_unknown  room_archived    room_archived    room_archived
    recall                   message_unknown  room_archived    room_archived    room_archived

    own, recalled            stranger         member           owner            admin
    read                     message_unknown  ✓                ✓                ✓
    reply                    message_unknown  ✓                ✓                ✓
    react                    message_unknown  message_recalled message_recalled message_recalled
    edit                     message_unknown  message_recalled message_recalled message_recalled
    recall                   message_unknown  message_recalled message_recalled message_recalled

    own, recalled, archived  stranger         member           owner            admin
    read                     message_unknown  ✓                ✓                ✓
    reply                    message_unknown  room_archived    room_archived    room_archived
    react                    message_unknown  room_archived    room_archived    room_archived
    edit                     message_unknown  room_archived    room_archived    room_archived
    recall                   message_unknown  room_archived    room_archived    room_archived

    notice                   stranger         member           owner            admin
    read                     message_unknown  ✓                ✓                ✓
    reply                    message_unknown  ✓                ✓                ✓
    react                    message_unknown  ✓                ✓                ✓
    edit                     message_unknown  forbidden        forbidden        forbidden
    recall                   message_unknown  forbidden        forbidden        forbidden

    notice, archived         stranger         member           owner            admin
    read                     message_unknown  ✓                ✓                ✓
    reply                    message_unknown  room_archived    room_archived    room_archived
    react                    message_unknown  room_archived    room_archived    room_archived
    edit                     message_unknown  room_archived    room_archived    room_archived
    recall                   message_unknown  room_archived    room_archived    room_archived
    "
  `);
});

test('owners and administrators run the workspace', () => {
  const allowed = userRole.options.map((role) =>
    keysOf(workspaceRules).filter((key) => workspaceRules[key](role) === null),
  );
  expect(allowed).toEqual([['invite', 'configure'], ['invite', 'configure'], []]);
});
