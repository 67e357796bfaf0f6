import { TRPCError } from '@trpc/server';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { appErrorData } from '#server/platform/trpc/errors.ts';
import { act, type Operation, operations, type Scenario } from '#server/testing/operations.ts';
import { type Engine, engines } from '#server/testing/engines.ts';
import { HeadlessClient } from '#server/testing/headless-client.ts';
import { roomOf, say, unique } from '#server/testing/rooms.ts';
import { TestApp } from '#server/testing/test-app.ts';

/** More of them find what is rare: MODEL_RUNS=1000. */
const runs: Record<Engine, number> = { sqlite: Number(process.env.MODEL_RUNS ?? 20), postgres: 3 };

const whats = Object.keys(operations).filter((what): what is keyof typeof operations => what in operations);
/** Talking is what people do most; a restart happens now and then. */
const often = (['say', 'mention', 'edit', 'read', 'join', 'leave', 'drop', 'comeBack', 'look'] as const).flatMap(
  (what) => [what, what],
);
const operation: fc.Arbitrary<Operation> = fc.record({
  what: fc.constantFrom(...whats, ...often),
  who: fc.nat(3),
  a: fc.nat(20),
  b: fc.nat(20),
});

/** People do things at the same moment; a restart is nobody's doing. */
const atOnce = fc
  .array(operation, { minLength: 1, maxLength: 4 })
  .map((some) => (some.some(({ what }) => what === 'restart') ? some.slice(0, 1) : some));

/** The server may say no to what people try; it must know why. */
function assertOrderly(refused: unknown): void {
  if (!(refused instanceof TRPCError) || appErrorData(refused).code === 'internal') throw refused;
}

async function found(engine: Engine): Promise<Scenario> {
  const app = await TestApp.create(engine);
  const [ann, bob, cid, ...more] = await app.people('ann', 'bob', 'cid', 'dan');
  const people = [ann, bob, cid, ...more];
  const { workspace } = await ann.api.workspace.get();
  const open = await bob.api.rooms.create({ kind: 'public', name: unique() });
  const closed = await roomOf(ann, bob);
  const { id, rev } = await say(ann, workspace.lobbyRoomId, 'welcome');
  const clients: HeadlessClient[] = [];
  for (const person of people) {
    const client = await HeadlessClient.open(app, person);
    await client.show(workspace.lobbyRoomId);
    clients.push(client);
  }
  const roomIds = [workspace.lobbyRoomId, open.id, closed];
  return { app, people, clients, roomIds, messages: [{ id, rev, authorId: ann.id }] };
}

/** Everybody is back and has received the last event. */
async function settle({ people: [ann], clients }: Scenario): Promise<void> {
  for (const client of clients) await client.connect();
  const statusText = unique();
  await ann?.api.users.updateProfile({ statusText });
  for (const client of clients) {
    await client.waitFor((event) => event.kind === 'user.updated' && event.user.statusText === statusText);
  }
}

test.each(engines)(
  'whatever people do, through drops and restarts, every page ends up showing what the server on %s holds',
  async (engine) => {
    const seen = new Set<string>();
    const done = new Set<string>();
    await fc.assert(
      fc.asyncProperty(fc.array(atOnce, { minLength: 20, maxLength: 60 }), async (plan) => {
        const scenario = await found(engine);
        try {
          for (const some of plan) {
            const refusals = await Promise.all(some.map((next) => act(scenario, next)));
            for (const refused of refusals) if (refused !== null) assertOrderly(refused);
            for (const [i, { what }] of some.entries()) if (refusals[i] === null) done.add(what);
          }
          await settle(scenario);
          for (const client of scenario.clients) {
            const { cached, truth } = await client.compare();
            expect(cached).toEqual(truth);
            for (const kind of client.kinds()) seen.add(kind);
          }
        } finally {
          for (const client of scenario.clients) client.drop();
          await scenario.app.close();
        }
      }),
      { numRuns: runs[engine], endOnFailure: true },
    );
    expect(done.size).toBeGreaterThan(whats.length / 3);
    expect(seen.size).toBeGreaterThan(10);
  },
  Math.max(90_000, runs.sqlite * 500),
);
