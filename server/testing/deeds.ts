import { pruneEvents } from '#server/platform/log/event-log.ts';
import type { HeadlessClient } from './headless-client.ts';
import { mentionOf, say, unique, wideMention } from './rooms.ts';
import type { Person, TestApp } from './test-app.ts';

/** Everything there is to do something with; grows while people do things. */
export interface Town {
  app: TestApp;
  people: Person[];
  clients: HeadlessClient[];
  roomIds: string[];
  messages: { id: string; rev: number; authorId: string }[];
}

/** Who does what with which things; numbers are taken modulo what there is. */
export interface Deed {
  what: keyof typeof deeds;
  who: number;
  a: number;
  b: number;
}

const at = <T>(things: readonly T[], nr: number): T => {
  const thing = things[nr % things.length];
  if (thing === undefined) throw new Error('there is nothing to choose from');
  return thing;
};

type Act = (town: Town, me: Person, a: number, b: number) => Promise<unknown>;

async function send(town: Town, me: Person, roomId: string, text: string, more: object = {}): Promise<void> {
  const message = await say(me, roomId, text, more);
  town.messages.push({ id: message.id, rev: message.rev, authorId: me.id });
}

/** A message of one's own where there is one, because nobody changes the words of others. */
const own = (town: Town, me: Person, nr: number): string => {
  const mine = town.messages.filter(({ authorId }) => authorId === me.id);
  return at(mine.length > 0 ? mine : town.messages, nr).id;
};

export const deeds = {
  say: (town, me, a) => send(town, me, at(town.roomIds, a), `says ${a}`),
  sayToAll: (town, me, a, b) => {
    const text = `dear @${b % 2 ? 'room' : 'here'}`;
    return send(town, me, at(town.roomIds, a), text, { mentions: [wideMention(text, b % 2 ? 'room' : 'here')] });
  },
  mention: (town, me, a, b) => {
    const other = at(town.people, b);
    const text = `dear @${other.name}`;
    return send(town, me, at(town.roomIds, a), text, { mentions: [mentionOf(text, other)] });
  },
  answer: (town, me, a, b) => send(town, me, at(town.roomIds, a), 'replies', { replyToId: at(town.messages, b).id }),
  edit: (town, me, a, b) => {
    const other = at(town.people, b);
    const text = b % 3 ? `edited, dear @${other.name}` : `edited ${b}`;
    const mentions = b % 3 ? [mentionOf(text, other)] : [];
    return me.api.messages.edit({ messageId: own(town, me, a), text, mentions });
  },
  recall: (town, me, a) => me.api.messages.recall({ messageId: own(town, me, a) }),
  react: (town, me, a, b) =>
    me.api.reactions.add({ messageId: at(town.messages, a).id, emoji: at(['👍', '🎂', '😀'], b) }),
  unreact: (town, me, a, b) =>
    me.api.reactions.remove({ messageId: at(town.messages, a).id, emoji: at(['👍', '🎂', '😀'], b) }),
  read: (town, me, a, b) => me.api.reads.mark({ roomId: at(town.roomIds, a), rev: at(town.messages, b).rev }),
  readAll: (town, me, a) => me.api.reads.mark({ roomId: at(town.roomIds, a), rev: Number.MAX_SAFE_INTEGER }),
  markUnread: (town, me, a) => me.api.reads.markUnread({ messageId: at(town.messages, a).id }),
  make: async (town, me, a, b) => {
    const userIds = [at(town.people, b).id];
    const room = await me.api.rooms.create({ kind: a % 2 ? 'public' : 'private', name: unique(), userIds });
    town.roomIds.push(room.id);
  },
  openDirect: async (town, me, a, b) => {
    const { id } = await me.api.rooms.openDirect({ userIds: [at(town.people, a).id, at(town.people, b).id] });
    if (!town.roomIds.includes(id)) town.roomIds.push(id);
  },
  join: (town, me, a) => me.api.rooms.join({ roomId: at(town.roomIds, a) }),
  leave: (town, me, a) => me.api.rooms.leave({ roomId: at(town.roomIds, a) }),
  invite: (town, me, a, b) => me.api.rooms.invite({ roomId: at(town.roomIds, a), userIds: [at(town.people, b).id] }),
  remove: (town, me, a, b) => me.api.rooms.removeMember({ roomId: at(town.roomIds, a), userId: at(town.people, b).id }),
  rename: (town, me, a) => me.api.rooms.rename({ roomId: at(town.roomIds, a), name: unique() }),
  setTopic: (town, me, a, b) => me.api.rooms.setTopic({ roomId: at(town.roomIds, a), topic: `about ${b}` }),
  archive: (town, me, a) => me.api.rooms.archive({ roomId: at(town.roomIds, a) }),
  unarchive: (town, me, a) => me.api.rooms.unarchive({ roomId: at(town.roomIds, a) }),
  changeProfile: (_town, me, a) => me.api.users.updateProfile({ statusText: `feels ${a}` }),
  renameWorkspace: (_town, me, a) => me.api.workspace.update({ name: `name ${a}` }),
  arrive: (town) => town.app.person(`guest${unique()}`),
  look: (town, me, a) => pageOf(town, me).show(at(town.roomIds, a)),
  drop: async (town, me) => pageOf(town, me).drop(),
  comeBack: (town, me) => pageOf(town, me).connect(),
  restart: async (town) => {
    const online = town.clients.filter((client) => client.online);
    for (const client of town.clients) client.drop();
    await town.app.restart();
    for (const client of online) await client.connect();
  },
  prune: ({ app }) => pruneEvents(app.services.store, app.clock.now() - 2_000),
} satisfies Record<string, Act>;

const pageOf = (town: Town, me: Person): HeadlessClient => {
  const client = town.clients.find(({ person }) => person.id === me.id);
  if (!client) throw new Error(`${me.name} has no client`);
  return client;
};

/** Does it; what the server refuses simply does not happen. Returns the refusal. */
export async function act(town: Town, { what, who, a, b }: Deed): Promise<unknown> {
  town.app.clock.advance(100);
  const deed: Act = deeds[what];
  try {
    await deed(town, at(town.people, who), a, b);
    return null;
  } catch (reason) {
    return reason;
  }
}
