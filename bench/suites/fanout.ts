import { cpSync } from 'node:fs';
import { z } from 'zod';
import { type Bout, bout, type Contestant, inFolder, inTurn } from '#bench/measure/contest.ts';
import { type Finding, printFigures, ratio } from '#bench/measure/report.ts';
import { parley, unlimited } from './contestants.ts';
import { buildScenario } from '#bench/people.ts';

/** One room of this many people who listen, and one more who speaks. */
const listeners = 1_000;
const rounds = Number(process.env.ROUNDS ?? 5);
const plan = {
  bursts: { do: 'bursts', listeners, bursts: 10, size: 50 },
  spaced: { do: 'spaced', listeners, count: 40, everyMs: 100 },
} as const;
const fanned = z.object({ deliveries: z.number(), p50: z.number(), p99: z.number(), seconds: z.number() });

interface Run {
  bursts: Measured;
  spaced: Measured;
}
interface Measured {
  /** Deliveries for each second of the server's own processor time. */
  perCpuSecond: number;
  perSecond: number;
  p50: number;
  p99: number;
}

/** Fan-out: what one message to a large room costs the server, and how soon everybody has it. */
export function fanout(): Promise<Finding[]> {
  return inFolder(async (folder) => {
    const scenario = await buildScenario(`${folder}/scenario`, 1, listeners + 1);
    const contestants: Contestant[] = [
      parley(`${folder}/data`, unlimited),
      { name: 'Socket.IO', dialect: 'socketio', entry: 'bench/peers/socketio.ts' },
      { name: 'ws', dialect: 'ws', entry: 'bench/peers/ws.ts' },
    ];
    const results = await inTurn(contestants, rounds, (contestant) => {
      cpSync(scenario.folder, `${folder}/data`, { recursive: true, force: true });
      return bout(contestant, (one) => play(one, scenario.people));
    });
    printFigures(results, {
      'bursts: deliveries/CPU s': (run) => run.bursts.perCpuSecond,
      'deliveries/s': (run) => run.bursts.perSecond,
      'p50 ms': (run) => run.bursts.p50,
      'p99 ms': (run) => run.bursts.p99,
      'spaced: deliveries/CPU s': (run) => run.spaced.perCpuSecond,
      'p50  ms': (run) => run.spaced.p50,
      'p99  ms': (run) => run.spaced.p99,
    });
    return judge(results);
  });
}

function judge(results: Map<string, Run[]>): Finding[] {
  const against = (peer: string, pick: (run: Run) => number) => ratio(results, 'Parley', peer, pick);
  const per = { bursts: (run: Run) => run.bursts.perCpuSecond, spaced: (run: Run) => run.spaced.perCpuSecond };
  const p99 = { bursts: (run: Run) => run.bursts.p99, spaced: (run: Run) => run.spaced.p99 };
  return [
    {
      what: 'bursts: deliveries per server-CPU-second / Socket.IO',
      value: against('Socket.IO', per.bursts),
      unit: '×',
      asked: { atLeast: 4 },
    },
    {
      what: 'spaced: deliveries per server-CPU-second / Socket.IO',
      value: against('Socket.IO', per.spaced),
      unit: '×',
      asked: { atLeast: 1.2 },
    },
    {
      what: 'bursts: p99 from send to delivery / Socket.IO',
      value: against('Socket.IO', p99.bursts),
      unit: '×',
      asked: { atMost: 1 },
    },
    {
      what: 'spaced: p99 from send to delivery / Socket.IO',
      value: against('Socket.IO', p99.spaced),
      unit: '×',
      asked: { atMost: 1 },
    },
    { what: 'bursts: deliveries per server-CPU-second / ws', value: against('ws', per.bursts), unit: '×' },
    { what: 'spaced: deliveries per server-CPU-second / ws', value: against('ws', per.spaced), unit: '×' },
    { what: 'bursts: p99 from send to delivery / ws', value: against('ws', p99.bursts), unit: '×' },
    { what: 'spaced: p99 from send to delivery / ws', value: against('ws', p99.spaced), unit: '×' },
  ];
}

async function play({ server, load, join }: Bout, people: string): Promise<Run> {
  await join(people, 0, listeners + 1);
  await load.ask({ ...plan.bursts, bursts: 5 });
  await load.ask({ ...plan.spaced, count: 10 });
  const measured = async (command: object): Promise<Measured> => {
    const before = await server.sample('sample');
    const { deliveries, p50, p99, seconds } = fanned.parse(await load.ask(command));
    const after = await server.sample('sample');
    const perCpuSecond = deliveries / (after.cpuSeconds - before.cpuSeconds);
    return { perCpuSecond, perSecond: deliveries / seconds, p50, p99 };
  };
  return { bursts: await measured(plan.bursts), spaced: await measured(plan.spaced) };
}
