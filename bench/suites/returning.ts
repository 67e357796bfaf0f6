import { cpSync, rmSync } from 'node:fs';
import { z } from 'zod';
import { bout, inFolder, inTurn } from '#bench/measure/contest.ts';
import { type Finding, printFigures } from '#bench/measure/report.ts';
import { median } from '#bench/measure/statistics.ts';
import { buildScenario, openStore } from '#bench/people.ts';
import { sendMessage } from '#server/features/messages/commands.ts';
import { memberRoom } from '#server/features/rooms/access.ts';
import { headRev } from '#server/platform/log/event-log.ts';
import { parley } from './contestants.ts';

const people = 1_000;
const missed = 300;
const rounds = Number(process.env.ROUNDS ?? 3);
const returned = z.object({ p50: z.number(), p99: z.number(), last: z.number() });

interface Run extends z.infer<typeof returned> {
  cpuMs: number;
  peakMb: number;
}

/** Coming back: everybody was cut off by a restart, missed 300 messages, and connects again at once. */
export function returning(): Promise<Finding[]> {
  return inFolder(async (folder) => {
    const findings: Finding[] = [];
    for (const rooms of [1, 100]) {
      const results = await comeBack(`${folder}/${rooms}`, rooms);
      printFigures(results, {
        [`${rooms} rooms of ${people / rooms}: p50 ms`]: (run) => run.p50,
        'p99 ms': (run) => run.p99,
        'last ms': (run) => run.last,
        'server CPU ms': (run) => run.cpuMs,
        'peak resident MB': (run) => run.peakMb,
      });
      const value = median((results.get('Parley') ?? []).map((run) => run.last));
      findings.push({
        what: `${people} people of ${rooms} rooms, ${missed} messages each: the last is back`,
        value,
        unit: 'ms',
      });
    }
    return findings;
  });
}

async function comeBack(folder: string, rooms: number): Promise<Map<string, Run[]>> {
  const scenario = await buildScenario(`${folder}/scenario`, rooms, people / rooms);
  const store = await openStore(scenario.folder);
  const lastEventId = String(await store.read(headRev));
  const speakers = scenario.accounts.filter((_, i) => i % (people / rooms) === 0);
  for (let nr = 0; nr < missed; nr += 1) {
    const text = `Message ${nr}: lorem ipsum dolor sit amet, consectetur adipiscing elit, sed do eiusmod tempor`;
    const draft = { tempId: `temp-${nr}`, text, mentions: [], replyToId: null, confirmed: false };
    await Promise.all(
      speakers.map(({ userId, roomId }) =>
        store.write(async (tx) => sendMessage(tx, await memberRoom(tx.db, userId, roomId), draft, { has: () => true })),
      ),
    );
  }
  await store.close();
  const data = `${folder}/data`;
  return inTurn([parley(data)], rounds, (contestant) => {
    rmSync(data, { recursive: true, force: true });
    cpSync(scenario.folder, data, { recursive: true });
    return bout(contestant, async ({ server, load }) => {
      const before = await server.sample('reset');
      const { port } = server;
      const asked = { do: 'comeBack', port, people: scenario.people, lastEventId, messages: missed };
      const times = returned.parse(await load.ask(asked));
      const after = await server.sample('sample');
      return { ...times, cpuMs: 1_000 * (after.cpuSeconds - before.cpuSeconds), peakMb: after.peakBytes / 1024 / 1024 };
    });
  });
}
