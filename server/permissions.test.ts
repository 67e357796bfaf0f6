import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  type Ask,
  type MessageFacts,
  messageRules,
  type RoomActor,
  roomRules,
  workspaceRules,
} from '#shared/permissions.ts';
import { createUser, startDevice } from '#server/testing/people.ts';
import {
  type ActorName,
  actorNames,
  actors,
  type Cast,
  createCast,
  fresh,
  keysOf,
  makeExtras,
  makeRoom,
  type MessageKind,
  messageIdOf,
  messageKinds,
  type PermissionFixture,
  type PlaceName,
  places,
  setRole,
} from '#server/testing/permission-fixture.ts';
import { inputs } from '#server/testing/fixtures.ts';
import { type Found, procedures } from '#server/testing/procedures.ts';
import { type Client, TestServer } from '#server/testing/test-server.ts';
import { type Answer, answerOver } from '#server/testing/stock-call.ts';

type Caller = ActorName | 'anonymous';
type Rule = (actor: RoomActor, message: MessageFacts) => string | null;

/** The rules of all tables by what procedures ask for. */
const rules = new Map<Ask, Rule>([
  ...keysOf(workspaceRules).map((key): [Ask, Rule] => [
    `workspace.${key}`,
    (actor) => workspaceRules[key](actor.workspaceRole),
  ]),
  ...keysOf(roomRules).map((key): [Ask, Rule] => [`room.${key}`, roomRules[key]]),
  ...keysOf(messageRules).map((key): [Ask, Rule] => [`message.${key}`, messageRules[key]]),
]);
/** Nobody's messages are a stranger's. */
const actorOf = (caller: Caller): ActorName => (caller === 'anonymous' ? 'stranger' : caller);
/** Rules that the input decides on within a call which asks for `room.post`. */
const askedWhilePosting: Ask[] = ['room.mentionEverybody', 'message.reply'];

const concernsRoom = ({ asks }: Found) => asks.startsWith('room.') || asks.startsWith('message.');
const placesOf = (found: Found): PlaceName[] => (concernsRoom(found) ? keysOf(places) : ['private']);
const messagesOf = ({ asks }: Found): MessageKind[] => (asks.startsWith('message.') ? keysOf(messageKinds) : ['own']);

function expected({ asks }: Found, caller: Caller, place: PlaceName, kind: MessageKind): string {
  if (asks === 'nothing') return 'ok';
  if (caller === 'anonymous') return 'not_signed_in';
  const { own, ...facts } = messageKinds[kind];
  const message = { ...facts, authorId: own ? 'me' : 'colleague' };
  return rules.get(asks)?.({ userId: 'me', ...places[place], ...actors[caller] }, message) ?? 'ok';
}

test('every procedure has its input, and every rule a procedure that asks for it', () => {
  expect(procedures.map(({ path }) => path).toSorted()).toEqual([...inputs.keys()].toSorted());
  const asked = new Set<Ask>([...procedures.map(({ asks }) => asks), ...askedWhilePosting]);
  expect([...rules.keys()].filter((ask) => !asked.has(ask))).toEqual([]);
});

describe('every procedure answers every person in every kind of room as its rule says', () => {
  let server: TestServer;
  let cast: Cast;
  /** Make the calls that may end the caller's sessions. */
  let doubles: Cast;
  let extras: Awaited<ReturnType<typeof makeExtras>>;
  const sockets = new Map<Caller, Client>();

  beforeAll(async () => {
    const rates = { READ_RATE: '1000000', REGISTER_RATE: '1000', LOGIN_RATE: '1000' };
    server = await TestServer.open(rates);
    const { services } = server.app;
    await createUser(services, 'founder');
    cast = await createCast(services);
    doubles = await createCast(services, 'double-');
    extras = await makeExtras(services, cast, cast.ids.admin);
    for (const name of actorNames) {
      const { api } = server.socket((await startDevice(services, cast.ids[name])).token);
      await api.auth.me.query();
      sockets.set(name, api);
    }
    await setRole(services, [cast.ids.demotedAdmin], 'member');
  });
  afterAll(() => server.close());

  test.each(procedures)('$path: $asks', async (found) => {
    const answers: Record<string, string> = {};
    const rule: Record<string, string> = {};
    for (const place of placesOf(found)) {
      let roomId = await makeRoom(server.app.services, cast, place);
      for (const caller of [...actorNames, 'anonymous'] as const) {
        for (const kind of messagesOf(found)) {
          const line = `${caller}, ${place} room, ${kind} message`;
          rule[line] = expected(found, caller, place, kind);
          const { code } = await ask(found, caller, { roomId, messageId: messageIdOf(roomId, actorOf(caller), kind) });
          answers[line] = code;
          // What the call did to the room is none of the next caller's.
          if (code === 'ok' && found.asks.startsWith('room.'))
            roomId = await makeRoom(server.app.services, cast, place);
        }
      }
    }
    expect(answers).toEqual(rule);
  });

  test.each(procedures.filter(concernsRoom))('$path hides a room from those outside of it', async (found) => {
    const nowhere = await ask(found, 'stranger', { roomId: 'nowhere', messageId: 'nowhere' });
    expect(nowhere.code).toMatch(/_unknown$/);
    for (const place of ['private', 'direct'] as const) {
      const roomId = await makeRoom(server.app.services, cast, place);
      for (const caller of ['stranger', 'formerMember', 'adminOutside'] as const) {
        const messageId = messageIdOf(roomId, caller, 'own');
        expect(await ask(found, caller, { roomId, messageId })).toEqual(nowhere);
      }
    }
  });

  async function ask(
    found: Found,
    caller: Caller,
    target: Pick<PermissionFixture, 'roomId' | 'messageId'>,
  ): Promise<Answer> {
    const { path } = found;
    const input = inputs.get(path);
    if (!input) throw new Error(`no input for ${path}`);
    const userId = doubles.ids[actorOf(caller)];
    const rest = concernsRoom(found) ? extras : await makeExtras(server.app.services, doubles, userId);
    const { api, close } = await clientFor(found, caller);
    const answer = await answerOver(api, found, input({ ...rest, ...target, fresh: fresh() }));
    close?.();
    return answer;
  }

  /** The socket that was open from the start, or a session of its own for a call that needs no more than one. */
  async function clientFor({ asks, type }: Found, caller: Caller): Promise<{ api: Client; close?: () => void }> {
    if (caller === 'anonymous') return type === 'subscription' ? server.socket('') : { api: server.http() };
    const socket = sockets.get(caller);
    if (!socket) throw new Error(`${caller} has no socket`);
    if (type === 'subscription' || (asks !== 'session' && asks !== 'nothing')) return { api: socket };
    const { token } = await startDevice(server.app.services, doubles.ids[caller]);
    return { api: server.http({ authorization: `Bearer ${token}` }) };
  }
});
