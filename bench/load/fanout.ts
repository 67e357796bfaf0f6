import { setTimeout as wait } from 'node:timers/promises';
import { Times } from '#bench/measure/statistics.ts';
import type { Crowd } from './crowd.ts';

export interface Fanned {
  deliveries: number;
  /** From the call that sends to each delivery, ms. */
  p50: number;
  p99: number;
  seconds: number;
}

/** One person sends `bursts` times `size` messages back to back; everybody else hears each. */
export async function sendBursts(crowd: Crowd, listeners: number, bursts: number, size: number): Promise<Fanned> {
  return measured(crowd, listeners, bursts, size, 200);
}

/** One person sends single messages `everyMs` apart. */
export async function sendSpaced(crowd: Crowd, listeners: number, count: number, everyMs: number): Promise<Fanned> {
  return measured(crowd, listeners, count, 1, everyMs);
}

async function measured(
  crowd: Crowd,
  listeners: number,
  rounds: number,
  size: number,
  restMs: number,
): Promise<Fanned> {
  const times = new Times();
  const sentAt = new Float64Array(rounds * size);
  const speaker = crowd.links.length - 1;
  let busyMs = 0;
  for (let round = 0; round < rounds; round += 1) {
    const started = performance.now();
    const last = (round + 1) * size * listeners;
    const all = new Promise<void>((resolve) => {
      crowd.onEvent = (seq) => {
        times.add(performance.now() - (sentAt[seq] ?? 0));
        if (times.count === last) resolve();
      };
    });
    for (let seq = round * size; seq < (round + 1) * size; seq += 1) {
      sentAt[seq] = performance.now();
      crowd.send(speaker, seq);
    }
    await all;
    const took = performance.now() - started;
    busyMs += took;
    await wait(size === 1 ? Math.max(0, restMs - took) : restMs);
  }
  const { count, p50, p99 } = times.summary();
  return { deliveries: count, p50, p99, seconds: busyMs / 1e3 };
}
