import { z } from 'zod';
import { type Archive, buildArchive } from '#bench/archive.ts';
import type { Place } from '#bench/load/pages.ts';
import { Child } from '#bench/measure/child.ts';
import { inFolder } from '#bench/measure/contest.ts';
import { type Finding, printFigures, ratio } from '#bench/measure/report.ts';
import { MeasuredServer } from '#bench/measure/server.ts';
import { parley, unlimited } from './contestants.ts';

const sizes = { '10 k': 10_000, '1 M': 1_000_000 } as const;
type Size = keyof typeof sizes;
const rounds = 2 * Number(process.env.ROUNDS ?? 5);
const pages = 100;
const turned = z.object({ p50: z.number(), p99: z.number() });

const places = ['end', 'start', 'middle, scrolling back', 'middle, a permalink'] as const;
type Run = Record<(typeof places)[number], number>;

/** History: what a page of 50 takes in a workspace of a million messages and in one of ten thousand. */
export function history(): Promise<Finding[]> {
  return inFolder(async (folder) => {
    const load = new Child({ entry: 'bench/load/main.ts', core: 1 });
    const servers: MeasuredServer[] = [];
    const open = async (size: Size) => {
      const archive = await buildArchive(`${folder}/${sizes[size]}`, sizes[size]);
      const server = await MeasuredServer.start(parley(archive.folder, unlimited));
      servers.push(server);
      return { archive, server };
    };
    try {
      const opened = { '10 k': await open('10 k'), '1 M': await open('1 M') };
      const results = new Map<string, Run[]>([
        ['10 k', []],
        ['1 M', []],
      ]);
      for (let round = 0; round <= rounds; round += 1) {
        for (const size of ['10 k', '1 M'] as const) {
          const run = await read(load, opened[size].server.port, opened[size].archive);
          // The first round warms the servers up.
          if (round > 0) results.get(size)?.push(run);
        }
        process.stderr.write('.');
      }
      process.stderr.write('\n');
      return findings(results);
    } finally {
      await load.stop();
      await Promise.all(servers.map((server) => server.stop()));
    }
  });
}

function findings(results: Map<string, Run[]>): Finding[] {
  const columns = places.map((place) => [`${place}, p50 ms`, (run: Run) => run[place]] as const);
  printFigures(results, Object.fromEntries(columns));
  return places.map((place) => ({
    what: `a page of 50 at 1 M / at 10 k: ${place}`,
    value: ratio(results, '1 M', '10 k', (run) => run[place]),
    unit: '×',
    asked: { atMost: 1.5 },
  }));
}

async function read(load: Child, port: number, { reader, from, to }: Archive): Promise<Run> {
  const { token, roomId } = reader;
  const time = async (place: Place) =>
    turned.parse(await load.ask({ do: 'pages', port, person: { token, roomId }, place, count: pages })).p50;
  const between = { from: from + 100, to: to - 100 };
  return {
    end: await time({ at: 'end' }),
    start: await time({ at: 'start' }),
    'middle, scrolling back': await time({ at: 'before', ...between }),
    'middle, a permalink': await time({ at: 'rev', ...between }),
  };
}
