import { pruneEvents } from '#server/platform/log/event-log.ts';
import type { HeadlessClient } from './headless-client.ts';
import { mentionOf, say, unique, wideMention } from './rooms.ts';
import type { Person, TestApp } from './test-app.ts';

/** Everything there is to do something with; grows while people do things. */
export interface Scenario {
  app: TestApp;
  people: Person[];
  clients: HeadlessClient[];
  roomIds: string[];
  messages: { id: string; rev: number; authorId: string }[];
}

/** Who does what with which things; numbers are taken modulo what there is. */
export interface Operation {
  what: keyof typeof operations;
  who: number;
  a: number;
  b: number;
}

const at = <T>(things: readonly T[], nr: number): T => {
  const thing = things[nr % things.length];
  if (thing === undefined) throw new Error('there is nothing to choose from');
  return thing;
};

type Act = (scenario: Scenario, me: Person, a: number, b: number) => Promise<unknown>;

async function send(scenario: Scenario, me: Person, roomId: string, text: string, more: object = {}): Promise<void> {
  const message = await say(me, roomId, text, more);
  scenario.messages.push({ id: message.id, rev: message.rev, authorId: me.id });
}

/** A message of the person's own where there is one, because nobody changes the words of others. */
const own = (scenario: Scenario, me: Person, nr: number): string => {
  const mine = scenario.messages.filter(({ authorId }) => authorId === me.id);
  return at(mine.length > 0 ? mine : scenario.messages, nr).id;
};

export const operations = {
  say: (scenario, me, a) => send(scenario, me, at(scenario.roomIds, a), `says ${a}`),
  sayToAll: (scenario, me, a, b) => {
    const text = `dear @${b % 2 ? 'room' : 'here'}`;
    return send(scenario, me, at(scenario.roomIds, a), text, {
      mentions: [wideMention(text, b % 2 ? 'room' : 'here')],
    });
  },
  mention: (scenario, me, a, b) => {
    const other = at(scenario.people, b);
    const text = `dear @${other.name}`;
    return send(scenario, me, at(scenario.roomIds, a), text, { mentions: [mentionOf(text, other)] });
  },
  answer: (scenario, me, a, b) =>
    send(scenario, me, at(scenario.roomIds, a), 'replies', { replyToId: at(scenario.messages, b).id }),
  edit: (scenario, me, a, b) => {
    const other = at(scenario.people, b);
    const text = b % 3 ? `edited, dear @${other.name}` : `edited ${b}`;
    const mentions = b % 3 ? [mentionOf(text, other)] : [];
    return me.api.messages.edit({ messageId: own(scenario, me, a), text, mentions });
  },
  recall: (scenario, me, a) => me.api.messages.recall({ messageId: own(scenario, me, a) }),
  react: (scenario, me, a, b) =>
    me.api.reactions.add({ messageId: at(scenario.messages, a).id, emoji: at(['👍', '🎂', '😀'], b) }),
  unreact: (scenario, me, a, b) =>
    me.api.reactions.remove({ messageId: at(scenario.messages, a).id, emoji: at(['👍', '🎂', '😀'], b) }),
  read: (scenario, me, a, b) =>
    me.api.reads.mark({ roomId: at(scenario.roomIds, a), rev: at(scenario.messages, b).rev }),
  readAll: (scenario, me, a) => me.api.reads.mark({ roomId: at(scenario.roomIds, a), rev: Number.MAX_SAFE_INTEGER }),
  markUnread: (scenario, me, a) => me.api.reads.markUnread({ messageId: at(scenario.messages, a).id }),
  make: async (scenario, me, a, b) => {
    const userIds = [at(scenario.people, b).id];
    const room = await me.api.rooms.create({ kind: a % 2 ? 'public' : 'private', name: unique(), userIds });
    scenario.roomIds.push(room.id);
  },
  openDirect: async (scenario, me, a, b) => {
    const { id } = await me.api.rooms.openDirect({ userIds: [at(scenario.people, a).id, at(scenario.people, b).id] });
    if (!scenario.roomIds.includes(id)) scenario.roomIds.push(id);
  },
  join: (scenario, me, a) => me.api.rooms.join({ roomId: at(scenario.roomIds, a) }),
  leave: (scenario, me, a) => me.api.rooms.leave({ roomId: at(scenario.roomIds, a) }),
  invite: (scenario, me, a, b) =>
    me.api.rooms.invite({ roomId: at(scenario.roomIds, a), userIds: [at(scenario.people, b).id] }),
  remove: (scenario, me, a, b) =>
    me.api.rooms.removeMember({ roomId: at(scenario.roomIds, a), userId: at(scenario.people, b).id }),
  rename: (scenario, me, a) => me.api.rooms.rename({ roomId: at(scenario.roomIds, a), name: unique() }),
  setTopic: (scenario, me, a, b) => me.api.rooms.setTopic({ roomId: at(scenario.roomIds, a), topic: `about ${b}` }),
  archive: (scenario, me, a) => me.api.rooms.archive({ roomId: at(scenario.roomIds, a) }),
  unarchive: (scenario, me, a) => me.api.rooms.unarchive({ roomId: at(scenario.roomIds, a) }),
  changeProfile: (_town, me, a) => me.api.users.updateProfile({ statusText: `feels ${a}` }),
  renameWorkspace: (_town, me, a) => me.api.workspace.update({ name: `name ${a}` }),
  arrive: (scenario) => scenario.app.person(`guest${unique()}`),
  look: (scenario, me, a) => pageOf(scenario, me).show(at(scenario.roomIds, a)),
  drop: async (scenario, me) => pageOf(scenario, me).drop(),
  comeBack: (scenario, me) => pageOf(scenario, me).connect(),
  restart: async (scenario) => {
    const online = scenario.clients.filter((client) => client.online);
    for (const client of scenario.clients) client.drop();
    await scenario.app.restart();
    for (const client of online) await client.connect();
  },
  prune: ({ app }) => pruneEvents(app.services.store, app.clock.now() - 2_000),
} satisfies Record<string, Act>;

const pageOf = (scenario: Scenario, me: Person): HeadlessClient => {
  const client = scenario.clients.find(({ person }) => person.id === me.id);
  if (!client) throw new Error(`${me.name} has no client`);
  return client;
};

/** Does it; what the server refuses simply does not happen. Returns the refusal. */
export async function act(scenario: Scenario, { what, who, a, b }: Operation): Promise<unknown> {
  scenario.app.clock.advance(100);
  const operation: Act = operations[what];
  try {
    await operation(scenario, at(scenario.people, who), a, b);
    return null;
  } catch (reason) {
    return reason;
  }
}
