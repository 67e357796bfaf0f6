import { cpSync, rmSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { z } from 'zod';
import { type Bout, bout, type Contestant, inFolder, inTurn } from '#bench/measure/contest.ts';
import { type Finding, printFigures, ratio } from '#bench/measure/report.ts';
import { slowDisk } from '#bench/measure/slow-disk.ts';
import { median } from '#bench/measure/statistics.ts';
import { buildScenario, type Scenario } from '#bench/people.ts';
import { parley, unlimited } from './contestants.ts';

const rooms = 200;
const members = 10;
const people = rooms * members;
/** Everybody listens and speaks, again as soon as the last message is acknowledged; room by room in turn. */
const speakers = Array.from({ length: people }, (_, i) => (i % rooms) * members + Math.floor(i / rooms));
const rounds = Number(process.env.ROUNDS ?? 5);
const warmUpMs = 3_000;
const measuredMs = 5_000;
/** What a sync takes longer on the slow disk, in ms. */
const slowMs = 2;
const sent = z.object({ acknowledged: z.number(), p50: z.number(), p99: z.number(), heard: z.number() });
const tuned = 'Socket.IO + SQLite';
const plain = 'the same, journal as installed';

interface Run {
  perSecond: number;
  perCpuSecond: number;
  p50: number;
  p99: number;
  delayP99: number;
  delayMax: number;
  waited: number;
}

/** Sending: messages stored durably and acknowledged in a second, and how long the event loop is held meanwhile. */
export function sends(): Promise<Finding[]> {
  return inFolder(async (folder) => {
    const scenario = await buildScenario(`${folder}/scenario`, rooms, members);
    const found = findings(await compete(folder, scenario, {}, rounds), 'the disk as it is');
    const slow = slowDisk(folder, slowMs);
    if (!slow) return found;
    const informing = findings(
      await compete(folder, scenario, slow, Math.ceil(rounds / 2)),
      `each sync ${slowMs} ms longer`,
    );
    return [...found, ...informing.map(({ asked: _target, ...finding }) => finding)];
  });
}

function compete(
  folder: string,
  scenario: Scenario,
  env: Record<string, string>,
  times: number,
): Promise<Map<string, Run[]>> {
  const data = `${folder}/data`;
  const peer = { ...env, DATABASE: `${data}/peer.db`, PEOPLE: scenario.people };
  const socketio = { dialect: 'socketio', entry: 'bench/peers/socketio-sqlite.ts', roams: true } as const;
  const contestants: Contestant[] = [
    { ...parley(data, { ...unlimited, ...env }), roams: true },
    { name: tuned, ...socketio, env: peer },
    { name: plain, ...socketio, env: { ...peer, JOURNAL: 'delete' } },
  ];
  return inTurn(contestants, times, (contestant) => {
    rmSync(data, { recursive: true, force: true });
    cpSync(scenario.folder, data, { recursive: true });
    return bout(contestant, (one) => play(one, scenario.people));
  });
}

function findings(results: Map<string, Run[]>, disk: string): Finding[] {
  printFigures(results, {
    [`${disk}: acknowledged/s`]: (run) => run.perSecond,
    'per CPU s': (run) => run.perCpuSecond,
    'p50 ms': (run) => run.p50,
    'p99 ms': (run) => run.p99,
    'loop delay p99 ms': (run) => run.delayP99,
    'max ms': (run) => run.delayMax,
    'waited for a core, %': (run) => run.waited,
  });
  const against = (peer: string, pick: (run: Run) => number) => ratio(results, 'Parley', peer, pick);
  const delay = median((results.get('Parley') ?? []).map((run) => run.delayP99));
  return [
    {
      what: `${disk}: acknowledged sends a second / ${tuned}`,
      value: against(tuned, (run) => run.perSecond),
      unit: '×',
      asked: { atLeast: 5 },
    },
    { what: `${disk}: event-loop delay meanwhile, p99`, value: delay, unit: 'ms', asked: { atMost: 20 } },
    {
      what: `${disk}: sends per server-CPU-second / ${tuned}`,
      value: against(tuned, (run) => run.perCpuSecond),
      unit: '×',
    },
    {
      what: `${disk}: acknowledged sends a second / ${plain}`,
      value: against(plain, (run) => run.perSecond),
      unit: '×',
    },
  ];
}

async function play({ server, load, join }: Bout, file: string): Promise<Run> {
  await join(file, 0, people);
  await load.ask({ do: 'loop', speakers });
  await wait(warmUpMs);
  await load.ask({ do: 'take' });
  const before = await server.sample('reset');
  const started = performance.now();
  await wait(measuredMs);
  const { acknowledged, p50, p99 } = sent.parse(await load.ask({ do: 'take' }));
  const seconds = (performance.now() - started) / 1e3;
  const after = await server.sample('sample');
  await load.ask({ do: 'stop' });
  return {
    perSecond: acknowledged / seconds,
    perCpuSecond: acknowledged / (after.cpuSeconds - before.cpuSeconds),
    p50,
    p99,
    delayP99: after.delayP99,
    delayMax: after.delayMax,
    waited: (100 * (after.waitedSeconds - before.waitedSeconds)) / seconds,
  };
}
