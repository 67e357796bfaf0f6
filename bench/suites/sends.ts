import { cpSync, rmSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { z } from 'zod';
import { type Bout, bout, type Contestant, inFolder, inTurn } from '#bench/measure/contest.ts';
import { type Finding, printFigures, ratio } from '#bench/measure/report.ts';
import { median } from '#bench/measure/statistics.ts';
import { buildTown } from '#bench/people.ts';
import { parley, unlimited } from './contestants.ts';

const rooms = 200;
const members = 10;
const people = rooms * members;
/** One person of each room speaks, again as soon as the last message is acknowledged; all ten hear it. */
const speakers = Array.from({ length: rooms }, (_, room) => room * members);
const rounds = Number(process.env.ROUNDS ?? 5);
const warmUpMs = 3_000;
const measuredMs = 5_000;
const sent = z.object({ acknowledged: z.number(), p50: z.number(), p99: z.number(), heard: z.number() });

interface Run {
  perSecond: number;
  perCpuSecond: number;
  p50: number;
  p99: number;
  heardPerSecond: number;
  delayP99: number;
  delayMax: number;
}

/** Sending: messages stored durably and acknowledged in a second, and how long the event loop is held meanwhile. */
export function sends(): Promise<Finding[]> {
  return inFolder(async (folder) => {
    const town = await buildTown(`${folder}/town`, rooms, members);
    const data = `${folder}/data`;
    const peer = { DATABASE: `${data}/peer.db`, PEOPLE: town.people };
    const contestants: Contestant[] = [
      parley(data, unlimited),
      { name: 'Socket.IO + SQLite', dialect: 'socketio', entry: 'bench/peers/socketio-sqlite.ts', env: peer },
    ];
    const results = await inTurn(contestants, rounds, (contestant) => {
      rmSync(data, { recursive: true, force: true });
      cpSync(town.folder, data, { recursive: true });
      return bout(contestant, (one) => play(one, town.people));
    });
    printFigures(results, {
      'acknowledged/s': (run) => run.perSecond,
      'per CPU s': (run) => run.perCpuSecond,
      'heard/s': (run) => run.heardPerSecond,
      'p50 ms': (run) => run.p50,
      'p99 ms': (run) => run.p99,
      'loop delay p99 ms': (run) => run.delayP99,
      'max ms': (run) => run.delayMax,
    });
    const against = (pick: (run: Run) => number) => ratio(results, 'Parley', 'Socket.IO + SQLite', pick);
    const delay = median((results.get('Parley') ?? []).map((run) => run.delayP99));
    return [
      { what: 'durable acknowledged sends a second / Socket.IO + SQLite', value: against((run) => run.perSecond), unit: '×', asked: { atLeast: 5 } },
      { what: 'event-loop delay meanwhile, p99', value: delay, unit: 'ms', asked: { atMost: 20 } },
      { what: 'the same for each server-CPU-second / Socket.IO + SQLite', value: against((run) => run.perCpuSecond), unit: '×' },
      { what: 'p99 from send to acknowledgement / Socket.IO + SQLite', value: against((run) => run.p99), unit: '×' },
    ];
  });
}

async function play({ server, load, join }: Bout, file: string): Promise<Run> {
  await join(file, 0, people);
  await load.ask({ do: 'loop', speakers });
  await wait(warmUpMs);
  await load.ask({ do: 'take' });
  const before = await server.sample('reset');
  const started = performance.now();
  await wait(measuredMs);
  const { acknowledged, p50, p99, heard } = sent.parse(await load.ask({ do: 'take' }));
  const seconds = (performance.now() - started) / 1e3;
  const after = await server.sample('sample');
  await load.ask({ do: 'stop' });
  return {
    perSecond: acknowledged / seconds,
    perCpuSecond: acknowledged / (after.cpuSeconds - before.cpuSeconds),
    p50,
    p99,
    heardPerSecond: heard / seconds,
    delayP99: after.delayP99,
    delayMax: after.delayMax,
  };
}
