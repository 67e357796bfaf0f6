import { inArray } from 'drizzle-orm';
import type { MessageFacts, RoomActor } from '#shared/permissions.ts';
import type { UserRole } from '#shared/users.ts';
import { createInvite } from '#server/features/invites/commands.ts';
import type { Tx } from '#server/platform/db/store.ts';
import type { Services } from '#server/platform/trpc/context.ts';
import { createUser, password, startDevice } from './people.ts';
import { memberships } from '#server/features/memberships/tables.ts';
import { messages } from '#server/features/messages/tables.ts';
import { rooms } from '#server/features/rooms/tables.ts';
import { users } from '#server/features/users/tables.ts';
import { workspace } from '#server/features/workspace/tables.ts';

/** What a call may name. */
export interface PermissionFixture {
  roomId: string;
  messageId: string;
  /** A member of the room who is none of the actors, and somebody who is in none. */
  colleague: { id: string; name: string };
  outsider: { id: string };
  otherSessionId: string;
  inviteId: string;
  inviteCode: string;
  /** Differs from call to call. */
  fresh: string;
  password: string;
}

type Standing = Pick<RoomActor, 'role' | 'workspaceRole'>;
type Place = Pick<RoomActor, 'kind' | 'archivedAt' | 'defaultRoom'>;

/** Who asks, once signed in; a former member has written in the room. */
export const actors = {
  stranger: { role: null, workspaceRole: 'member' },
  formerMember: { role: null, workspaceRole: 'member' },
  member: { role: 'member', workspaceRole: 'member' },
  roomOwner: { role: 'owner', workspaceRole: 'member' },
  /** Was an administrator when the socket was opened. */
  demotedAdmin: { role: 'member', workspaceRole: 'member' },
  admin: { role: 'member', workspaceRole: 'admin' },
  adminOutside: { role: null, workspaceRole: 'admin' },
} as const satisfies Record<string, Standing>;
export type ActorName = keyof typeof actors;

const open = { kind: 'public', archivedAt: null, defaultRoom: false } as const;
export const places = {
  public: open,
  private: { ...open, kind: 'private' },
  direct: { ...open, kind: 'direct' },
  default: { ...open, defaultRoom: true },
  archived: { ...open, archivedAt: 1 },
} as const satisfies Record<string, Place>;
export type PlaceName = keyof typeof places;

const intact = { notice: null, recalledAt: null };
/** Messages by the facts that rules ask for; `own` is of who asks. */
export const messageKinds = {
  own: { own: true, ...intact },
  othersMessage: { own: false, ...intact },
  recalled: { own: true, ...intact, recalledAt: 1 },
  notice: { own: true, ...intact, notice: { type: 'created' } },
} as const satisfies Record<string, Omit<MessageFacts, 'authorId'> & { own: boolean }>;
export type MessageKind = keyof typeof messageKinds;

export const keysOf = <K extends string>(table: Record<K, unknown>): K[] =>
  Object.keys(table).filter((key): key is K => key in table);
export const actorNames = keysOf(actors);

/** The people of the test, by the part that each of them plays. */
export interface Cast {
  ids: Record<ActorName, string>;
  colleague: { id: string; name: string };
  outsider: { id: string };
}

/** Registers everybody, after the workspace's owner. Administrators to be demoted are still administrators. */
export async function createCast(services: Services, prefix = ''): Promise<Cast> {
  const ids = Object.fromEntries(actorNames.map((name) => [name, ''])) as Record<ActorName, string>;
  for (const name of actorNames) ids[name] = await createUser(services, prefix + name);
  await setRole(services, [ids.admin, ids.adminOutside, ids.demotedAdmin], 'admin');
  const name = `${prefix}colleague`;
  const colleague = { id: await createUser(services, name), name };
  return { ids, colleague, outsider: { id: await createUser(services, `${prefix}outsider`) } };
}

export const setRole = ({ store }: Services, userIds: string[], role: UserRole): Promise<unknown> =>
  store.write(({ db }) =>
    db
      .update(db.of(users))
      .set({ role })
      .where(inArray(db.of(users).id, userIds)),
  );

let made = 0;
/** A name or id that nothing else has. */
export const fresh = (): string => `fresh-${(made += 1)}`;

/** A room with every actor where their part has them, and a message of each kind for each. Returns its id. */
export async function makeRoom({ store }: Services, cast: Cast, place: PlaceName): Promise<string> {
  const roomId = fresh();
  const { kind, archivedAt, defaultRoom } = places[place];
  const members = actorNames.flatMap((name) => {
    const { role } = actors[name];
    return role === null ? [] : [{ userId: cast.ids[name], role }];
  });
  members.push({ userId: cast.colleague.id, role: 'member' });
  await store.write(async (tx) => {
    const m = tx.db.of(memberships);
    const r = tx.db.of(rooms);
    const w = tx.db.of(workspace);
    const nameKey = kind === 'public' ? roomId : null;
    const memberCount = members.length;
    await tx.db
      .insert(r)
      .values({ id: roomId, kind, name: roomId, nameKey, archivedAt, memberCount, createdAt: tx.now });
    await tx.db.insert(m).values(members.map((member) => ({ ...member, roomId, joinedAt: tx.now, lastReadRev: 0 })));
    await insertMessages(tx, cast, roomId);
    if (defaultRoom) await tx.db.update(w).set({ lobbyRoomId: roomId });
  });
  return roomId;
}

export const messageIdOf = (roomId: string, actor: ActorName, kind: MessageKind): string =>
  `${roomId}-${actor}-${kind}`;

async function insertMessages(tx: Tx, { ids, colleague }: Cast, roomId: string): Promise<void> {
  const rows = actorNames.flatMap((actor) =>
    keysOf(messageKinds).map((kind) => {
      const { own, ...facts } = messageKinds[kind];
      const id = messageIdOf(roomId, actor, kind);
      return { id, tempId: id, roomId, authorId: own ? ids[actor] : colleague.id, ...facts };
    }),
  );
  const common = { text: 'words', mentions: [], createdAt: tx.now };
  await tx.db.insert(tx.db.of(messages)).values(rows.map((row, index) => ({ ...row, ...common, rev: index + 1 })));
}

/** What a call of this actor may name besides the room and the message. */
export async function makeExtras(services: Services, cast: Cast, userId: string) {
  const invite = await services.store.write((tx) =>
    createInvite(tx, cast.ids.admin, { expiresInHours: null, maxUses: null }),
  );
  const { sessionId: otherSessionId } = await startDevice(services, userId);
  const { colleague, outsider } = cast;
  return { colleague, outsider, otherSessionId, inviteId: invite.id, inviteCode: invite.code, password };
}

/** A private room, and a message of this actor in it. */
export async function makeFixture(services: Services, cast: Cast, actor: ActorName): Promise<PermissionFixture> {
  const roomId = await makeRoom(services, cast, 'private');
  const extras = await makeExtras(services, cast, cast.ids[actor]);
  return { ...extras, roomId, messageId: messageIdOf(roomId, actor, 'own'), fresh: fresh() };
}
