import { setTimeout as wait } from 'node:timers/promises';
import { z } from 'zod';
import { buildArchive } from '#bench/archive.ts';
import { type Flood, floods as kinds } from '#bench/load/floods.ts';
import type { Watched } from '#bench/load/watch.ts';
import { Child } from '#bench/measure/child.ts';
import { inFolder } from '#bench/measure/contest.ts';
import { type Finding, printFigures } from '#bench/measure/report.ts';
import { MeasuredServer } from '#bench/measure/server.ts';
import { parley } from './contestants.ts';

const messages = 20_000;
/** How long the person is watched before, and how long the server has to give its memory back, in ms. */
const calmMs = 5_000;
const restMs = 60_000;
const times = z.object({ count: z.number(), p50: z.number(), p99: z.number() });
const watched = z.object({ history: times, health: times });

const names: Record<Flood, string> = {
  calls: '1,000 pages on one socket',
  subscriptions: '20,000 subscriptions on one socket',
  anonymous: '20,000 calls without a session',
  unread: '2,000 unread requests on one connection',
};

interface Run extends Watched {
  answers: number;
  seconds: number;
  beforeMb: number;
  afterMb: number;
}

/** Floods: what one person feels while another connection asks for far too much. */
export function floods(): Promise<Finding[]> {
  return inFolder(async (folder) => {
    const { reader, other } = await buildArchive(folder, messages);
    const results = new Map<string, Run[]>();
    for (const kind of kinds) {
      const server = await MeasuredServer.start(parley(folder));
      const load = () => new Child({ entry: 'bench/load/main.ts', core: 1 });
      const [person, attacker] = [load(), load()];
      try {
        const ask = { do: 'watch', port: server.port, person: reader };
        await person.ask(ask);
        await wait(calmMs);
        const calm = watched.parse(await person.ask({ do: 'watched' }));
        results.set(`calm, before ${names[kind]}`, [{ ...calm, answers: 0, seconds: calmMs / 1e3, ...empty }]);
        results.set(names[kind], [await endure(server, person, attacker, { kind, person: other })]);
      } finally {
        await Promise.all([person.stop(), attacker.stop()]);
        await server.stop();
      }
    }
    printFigures(results, {
      'history p50 ms': (run) => run.history.p50,
      'history p99 ms': (run) => run.history.p99,
      'healthz p99 ms': (run) => run.health.p99,
      'flood s': (run) => run.seconds,
      'its answers': (run) => run.answers,
      'MB before': (run) => run.beforeMb,
      'MB a minute after': (run) => run.afterMb,
    });
    return kinds.flatMap((kind) => findingsOf(names[kind], results.get(names[kind])?.[0]));
  });
}

const empty = { beforeMb: 0, afterMb: 0 };

async function endure(
  server: MeasuredServer,
  person: Child,
  attacker: Child,
  attack: { kind: Flood; person: { token: string; roomId: string } },
): Promise<Run> {
  const mb = async () => (await server.sample('sample')).rssBytes / 2 ** 20;
  const beforeMb = await mb();
  const started = performance.now();
  const answers = z.number().parse(await attacker.ask({ do: 'flood', port: server.port, ...attack }));
  const seen = watched.parse(await person.ask({ do: 'watched' }));
  const seconds = (performance.now() - started) / 1e3;
  await wait(restMs);
  return { ...seen, answers, seconds, beforeMb, afterMb: await mb() };
}

function findingsOf(name: string, run: Run | undefined): Finding[] {
  if (!run) return [];
  const asked = { atMost: 200 };
  return [
    { what: `${name}: p99 of another's page`, value: run.history.p99, unit: 'ms', asked },
    { what: `${name}: p99 of /healthz`, value: run.health.p99, unit: 'ms', asked },
    {
      what: `${name}: memory a minute after / before`,
      value: run.afterMb / run.beforeMb,
      unit: '×',
      asked: { atMost: 1.3 },
    },
  ];
}
