import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { DialectName } from '#bench/load/dialects.ts';
import { Child } from './child.ts';
import { MeasuredServer, type ServerOptions } from './server.ts';

/** One of the servers compared. */
export interface Contestant extends ServerOptions {
  name: string;
  dialect: DialectName;
}

export interface Bout {
  server: MeasuredServer;
  load: Child;
  /** Connects `people.slice(from, to)` of the file, and waits until their streams are live. */
  join: (people: string, from: number, to: number) => Promise<unknown>;
}

/** Starts a fresh server and a fresh load generator, and ends both whatever happens. */
export async function bout<T>(contestant: Contestant, play: (bout: Bout) => Promise<T>): Promise<T> {
  const load = new Child({ entry: 'bench/load/main.ts', core: contestant.roams ? null : 1 });
  let server: MeasuredServer | null = null;
  try {
    const started = (server = await MeasuredServer.start(contestant));
    return await play({
      server: started,
      load,
      join: (people, from, to) =>
        load.ask({ do: 'join', dialect: contestant.dialect, port: started.port, people, from, to }),
    });
  } finally {
    await load.stop();
    await server?.stop();
  }
}

/** A folder on the project's own disk, so that a commit costs what it costs there; removed afterwards. */
export async function inFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(process.env.BENCH_DIR ?? '.', '.bench-'));
  try {
    return await work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Every contestant in turn, `rounds` times, so that whatever else the machine does falls on all alike. */
export async function inTurn<T>(
  contestants: readonly Contestant[],
  rounds: number,
  play: (contestant: Contestant, round: number) => Promise<T>,
): Promise<Map<string, T[]>> {
  const results = new Map<string, T[]>(contestants.map(({ name }) => [name, []]));
  for (let round = 0; round < rounds; round += 1) {
    for (const contestant of contestants) {
      results.get(contestant.name)?.push(await play(contestant, round));
      process.stderr.write('.');
    }
  }
  process.stderr.write('\n');
  return results;
}
