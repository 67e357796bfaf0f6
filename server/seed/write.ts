import { addReaction } from '#server/features/reactions/commands.ts';
import { createInvite } from '#server/features/invites/commands.ts';
import { registerAccount } from '#server/features/accounts/commands.ts';
import { features } from '#server/features.ts';
import { hooksOf } from '#server/platform/feature.ts';
import { editMessage, recallMessage, sendMessage } from '#server/features/messages/commands.ts';
import { readableMessage } from '#server/features/messages/access.ts';
import { setLastSeen } from '#server/features/presence/commands.ts';
import { markRead } from '#server/features/reads/commands.ts';
import { memberRoom } from '#server/features/rooms/access.ts';
import { createRoom, inviteToRoom, joinRoom, openDirect, setTopic } from '#server/features/rooms/commands.ts';
import { updateProfile } from '#server/features/users/commands.ts';
import { lobbyRoomId } from '#server/features/workspace/queries.ts';
import type { Store, Tx } from '#server/platform/db/store.ts';
import type { Act, Line, Person, PlannedRoom } from './acts.ts';
import { nameSpeakers } from './conversation.ts';
import type { Plan } from './plan.ts';

/** All are taken for present. */
const everybody = { has: () => true };

/** Acts in one commit: few enough that the log stays small, many enough that the disk is not waited for. */
const actsPerCommit = 2_000;

export interface Account {
  workspaceName: string;
  passwordHash: string;
  registration: 'open' | 'invite' | 'closed';
}

/** Does everything of the plan by the product's own commands, each at its own time. `onProgress` hears of acts done. */
export async function carryOut(
  store: Store,
  plan: Plan,
  account: Account,
  until: number,
  onProgress: (done: number) => void,
): Promise<void> {
  const writer = new Writer(plan, account);
  for (let done = 0; done < plan.acts.length; done += actsPerCommit) {
    const some = plan.acts.slice(done, done + actsPerCommit);
    await store.write(async (tx) => {
      for (const act of some) await writer.perform(atTime(tx, act.at), act);
    });
    onProgress(done + some.length);
  }
  await store.write((tx) => readMessages(atTime(tx, until), plan));
}

/** The same write at another time. Nobody listens while the workspace is made, so its events are not gathered. */
const atTime = (tx: Tx, now: number): Tx => ({
  db: tx.db,
  now,
  events: [],
  afterCommit: () => undefined,
  enqueued: () => undefined,
});

class Writer {
  readonly #plan: Plan;
  readonly #account: Account;
  #inviteCode: string | null = null;

  constructor(plan: Plan, account: Account) {
    this.#plan = plan;
    this.#account = account;
  }

  async perform(tx: Tx, act: Act): Promise<void> {
    switch (act.kind) {
      case 'register':
        return this.#register(tx, act.person);
      case 'open':
        return open(tx, act.room, act.members);
      case 'enter':
        return enter(tx, act.room, act.person);
      case 'topic':
        return setTopic(tx, await asOwner(tx, act.room), act.topic);
      case 'say':
        return say(tx, act.line);
      case 'edit': {
        const edit = { ...nameSpeakers(act.line.text, act.line.speakers), confirmed: true };
        await editMessage(tx, await readable(tx, act.line, act.line.author), edit, everybody);
        return;
      }
      case 'recall':
        return recallMessage(tx, await readable(tx, act.line, act.line.author), hooksOf(features));
      case 'react':
        await addReaction(tx, await readable(tx, act.line, act.person), act.emoji);
    }
  }

  async #register(tx: Tx, person: Person): Promise<void> {
    const { name, displayName, statusText } = person;
    const { workspaceName, passwordHash, registration } = this.#account;
    const inviteCode = this.#inviteCode;
    person.id = await registerAccount(tx, { name, displayName, passwordHash, inviteCode, workspaceName, registration });
    if (statusText) await updateProfile(tx, person.id, { statusText });
    if (inviteCode !== null) return;
    const [lobby] = this.#plan.rooms;
    if (lobby) lobby.id = await lobbyRoomId(tx.db);
    const invite = await createInvite(tx, person.id, { expiresInHours: null, maxUses: this.#plan.people.length });
    this.#inviteCode = invite.code;
  }
}

const asOwner = (tx: Tx, room: PlannedRoom) => memberRoom(tx.db, room.members[0]?.person.id ?? '', room.id);
const readable = (tx: Tx, line: Line, person: Person) => readableMessage(tx.db, person.id, line.id);

async function open(tx: Tx, room: PlannedRoom, [creator, ...others]: Person[]): Promise<void> {
  if (!creator) throw new Error('somebody opens a room');
  const userIds = others.map(({ id }) => id);
  const { id } = room.idea
    ? await createRoom(tx, creator.id, { ...room.idea, userIds })
    : await openDirect(tx, creator.id, userIds);
  room.id = id;
}

async function enter(tx: Tx, room: PlannedRoom, person: Person): Promise<void> {
  if (room.idea?.kind === 'public') await joinRoom(tx, person.id, room.id);
  else await inviteToRoom(tx, await asOwner(tx, room), [person.id]);
}

async function say(tx: Tx, line: Line): Promise<void> {
  const { answers, author, firstText, room, speakers } = line;
  const draft = {
    ...nameSpeakers(firstText, speakers),
    tempId: `seed-${room.id}-${room.revs.length}`,
    replyToId: answers?.id ?? null,
    confirmed: true,
  };
  const { message } = await sendMessage(tx, await memberRoom(tx.db, author.id, room.id), draft, everybody);
  line.id = message.id;
  room.revs.push(message.rev);
}

/** Most have read everything; some are a few messages behind, and a few have not looked for long. */
async function readMessages(tx: Tx, { people, random, rooms }: Plan): Promise<void> {
  for (const room of rooms) {
    for (const { person } of room.members) {
      const mood = random.next();
      const behind = mood < 0.72 ? 0 : mood < 0.94 ? random.between(1, 40) : room.revs.length;
      const rev = room.revs.at(-1 - behind);
      if (rev !== undefined) await markRead(tx, await memberRoom(tx.db, person.id, room.id), rev);
    }
  }
  for (const { id } of people) await setLastSeen(tx, id, tx.now - random.between(1, 5_000) * 60_000);
}
