import { setTimeout as wait } from 'node:timers/promises';
import { Times } from '#bench/measure/statistics.ts';
import type { Crowd } from './crowd.ts';

export interface Sent {
  acknowledged: number;
  /** From the call that sends to its acknowledgement, ms. */
  p50: number;
  p99: number;
  heard: number;
}

/** Each of `speakers` sends its next message when the last is acknowledged, and stops at `stop`. */
export class ClosedLoop {
  #running = true;
  #underWay = 0;
  #seq = 0;
  #times = new Times();
  #heard = 0;
  readonly #sentAt: Float64Array;

  constructor(
    private readonly crowd: Crowd,
    speakers: readonly number[],
  ) {
    this.#sentAt = new Float64Array(crowd.links.length);
    crowd.onEvent = () => (this.#heard += 1);
    crowd.onAck = (link) => this.#acknowledged(link);
    for (const link of speakers) this.#send(link);
  }

  /** What was acknowledged since the call before. */
  take(): Sent {
    const { count, p50, p99 } = this.#times.summary();
    const sent = { acknowledged: count, p50, p99, heard: this.#heard };
    this.#times = new Times();
    this.#heard = 0;
    return sent;
  }

  /** Resolves when nothing is under way any more. */
  async stop(): Promise<void> {
    this.#running = false;
    while (this.#underWay > 0) await wait(10);
  }

  #send(link: number): void {
    this.#underWay += 1;
    this.#sentAt[link] = performance.now();
    this.crowd.send(link, (this.#seq += 1));
  }

  #acknowledged(link: number): void {
    this.#underWay -= 1;
    this.#times.add(performance.now() - (this.#sentAt[link] ?? 0));
    if (this.#running) this.#send(link);
  }
}
