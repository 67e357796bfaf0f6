import type { Path, Role, Stage } from './permissions.ts';
import { password } from './people.ts';
import { say } from './rooms.ts';
import { type Api, type Person, type World } from './world.ts';

let made = 0;

export interface SetStage {
  stage: Stage;
  /** Calls as this role; what is streamed ends when `signal` aborts. */
  as: (signal?: AbortSignal) => Api;
}

/** A room of its own for one call by one role, so that what the call does is nobody else's matter. */
export async function setStage(world: World, role: Role, path: Path): Promise<SetStage> {
  const isArchived = path === 'rooms.unarchive';
  made += 1;
  const fresh = `fresh-${made}`;
  const admin = await signedIn(world, 'ann');
  const [bob, cid, dan] = await world.people('bob', 'cid', 'dan');
  const eve = await world.person('eve');
  const actors: Record<Role, Person> = { anonymous: eve, nonMember: dan, formerMember: cid, member: bob, admin };
  const actor = actors[role];
  const keeper = await signedIn(world, 'kim');
  const members = [admin, bob, cid, keeper];
  const makeRoom = (name: string) =>
    keeper.api.rooms.create({ kind: 'private', name, userIds: members.map(({ id }) => id) });
  const room = await makeRoom(`room-${fresh}`);
  const archived = isArchived ? await makeRoom(`old-${fresh}`) : room;
  const device = await world.device(actor.id, actor.name);
  const author = members.includes(actor) ? device : admin;
  const message = await say(author, room.id, 'first');
  const others = await say(keeper, room.id, 'of another');
  if (isArchived) await keeper.api.rooms.archive({ roomId: archived.id });
  for (const { id } of new Set([room, archived])) await keeper.api.rooms.removeMember({ roomId: id, userId: cid.id });
  const invite = await admin.api.invites.create({});
  const other = await world.device(actor.id, actor.name);
  const stage: Stage = {
    roomId: room.id,
    messageId: message.id,
    othersMessageId: others.id,
    archivedRoomId: archived.id,
    member: keeper,
    outsider: eve,
    otherSessionId: other.sessionId,
    inviteId: invite.id,
    inviteCode: invite.code,
    fresh,
    password,
  };
  return { stage, as: (signal) => world.visit(role === 'anonymous' ? null : device.token, {}, signal) };
}

/** A call that ended somebody's sessions must not be in the way of the next. */
async function signedIn(world: World, name: string): Promise<Person> {
  const { id } = await world.person(name);
  return world.device(id, name);
}
