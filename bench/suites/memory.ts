import { cpSync, rmSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { type Bout, bout, type Contestant, inFolder, inTurn } from '#bench/measure/contest.ts';
import { type Finding, printFigures, ratio } from '#bench/measure/report.ts';
import { buildScenario } from '#bench/people.ts';
import { parley } from './contestants.ts';

/** People who come before and settle the server, and those whose weight is taken. */
const first = 500;
const counted = 3_000;
const rounds = Number(process.env.ROUNDS ?? 3);
/** After the last connection, until nothing moves any more: presence is sent, buffers are released. */
const restMs = 2_000;

interface Run {
  rssKb: number;
  heapKb: number;
}

/** Memory: what one more person costs who is signed in, has one stream open and says nothing. */
export function memory(): Promise<Finding[]> {
  return inFolder(async (folder) => {
    const scenario = await buildScenario(`${folder}/scenario`, (first + counted) / 10, 10);
    const data = `${folder}/data`;
    const peer = { DATABASE: `${data}/peer.db`, PEOPLE: scenario.people };
    const contestants: Contestant[] = [
      parley(data),
      { name: 'Socket.IO + SQLite', dialect: 'socketio', entry: 'bench/peers/socketio-sqlite.ts', env: peer },
      { name: 'Socket.IO', dialect: 'socketio', entry: 'bench/peers/socketio.ts' },
      { name: 'ws', dialect: 'ws', entry: 'bench/peers/ws.ts' },
    ];
    const results = await inTurn(contestants, rounds, (contestant) => {
      rmSync(data, { recursive: true, force: true });
      cpSync(scenario.folder, data, { recursive: true });
      return bout(contestant, (one) => weigh(one, scenario.people));
    });
    printFigures(results, {
      'resident KB each': (run) => run.rssKb,
      'heap and buffers KB each': (run) => run.heapKb,
    });
    const against = (other: string, pick: (run: Run) => number) => ratio(results, 'Parley', other, pick);
    return [
      {
        what: 'resident memory of a connected person / Socket.IO + SQLite',
        value: against('Socket.IO + SQLite', (run) => run.rssKb),
        unit: '×',
        asked: { atMost: 1.3 },
      },
      {
        what: 'heap and buffers of a connected person / Socket.IO + SQLite',
        value: against('Socket.IO + SQLite', (run) => run.heapKb),
        unit: '×',
        asked: { atMost: 1.3 },
      },
      {
        what: 'resident memory of a connected person / Socket.IO',
        value: against('Socket.IO', (run) => run.rssKb),
        unit: '×',
        asked: { atMost: 1.3 },
      },
      {
        what: 'heap and buffers of a connected person / Socket.IO',
        value: against('Socket.IO', (run) => run.heapKb),
        unit: '×',
        asked: { atMost: 1.3 },
      },
      { what: 'resident memory of a connected person / ws', value: against('ws', (run) => run.rssKb), unit: '×' },
    ];
  });
}

async function weigh({ server, join }: Bout, people: string): Promise<Run> {
  await join(people, 0, first);
  await wait(restMs);
  const before = await server.sample('collect');
  await join(people, first, first + counted);
  await wait(restMs);
  const after = await server.sample('collect');
  const each = (bytes: number) => bytes / counted / 1024;
  return { rssKb: each(after.rssBytes - before.rssBytes), heapKb: each(after.heapBytes - before.heapBytes) };
}
