import type { Random } from './random.ts';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/** How much is said in each hour of the day, from 8:00: a slow start, two peaks, and few who stay late. */
const hours = [2, 6, 10, 9, 3, 6, 9, 8, 6, 3, 1, 1];
const firstHour = 8;
/** How much is said on Saturday and Sunday, compared with a working day. */
const weekend = 0.06;
/** Where the two languages work, in hours ahead of UTC. */
const offsets = { en: 1, zh: 8 } as const;

/** Times at which conversations begin, in ms since 1970, between two moments, as working people begin them. */
export class Calendar {
  readonly #random: Random;
  readonly #from: number;
  readonly #until: number;

  constructor(random: Random, from: number, until: number) {
    this.#random = random;
    this.#from = from;
    this.#until = until;
  }

  /** A moment of a working day, in the working hours of a language; a few are on weekends. */
  moment(language: 'en' | 'zh', notBefore = this.#from): number {
    for (;;) {
      const midnight = Math.floor((notBefore + this.#random.next() * (this.#until - notBefore)) / day) * day;
      if (isWeekend(midnight) && !this.#random.chance(weekend)) continue;
      const at = midnight + (firstHour + this.#hour() - offsets[language]) * hour + this.#random.next() * hour;
      if (at >= notBefore && at < this.#until) return Math.floor(at);
      // A span of less than a working day has no hours to choose from.
      if (this.#until - notBefore < 2 * day)
        return Math.floor(notBefore + this.#random.next() * (this.#until - notBefore));
    }
  }

  /** The pause before the next line of a conversation, in ms: often seconds, now and then minutes. */
  pause(): number {
    return Math.floor((4 + this.#random.next() ** 4 * 400) * 1_000);
  }

  #hour(): number {
    let left = this.#random.next() * hours.reduce((sum, share) => sum + share, 0);
    return hours.findIndex((share) => (left -= share) < 0);
  }
}

/** How far back a workspace of this size reaches, in ms: about twenty messages a person and working day. */
export function spanOf(messages: number, people: number): number {
  const workingDays = messages / (people * 20);
  return Math.min(Math.max(Math.ceil((workingDays * 7) / 5), 5), 400) * day;
}

function isWeekend(midnight: number): boolean {
  const weekday = new Date(midnight).getUTCDay();
  return weekday === 0 || weekday === 6;
}
