import { substanceOf } from './characters.ts';
import type { DelimiterRun } from './delimiters.ts';

/** Signs that turned out to be markup. Marks nest; those of one pair have the same kind. */
export interface Mark {
  type: 'mark';
  kind: 'emphasis' | 'strong' | 'delete' | 'escape';
  opens: boolean;
  start: number;
  end: number;
}

interface Opener {
  run: DelimiterRun;
  left: number;
  /** How deep the emphasis after it nests, up to the next opener. */
  depth: number;
}

/**
 * Pairs the runs of one paragraph or link. CommonMark's algorithm: every opener is passed over once for each kind of
 * closer, so the work is linear. Pairs that would nest deeper than `maxDepth` stay as written, and those around nothing
 * but signs: `*_*` is a face, `*.*` a pattern.
 */
export function pairRuns(words: string, runs: readonly DelimiterRun[], maxDepth: number): Mark[] {
  if (runs.length < 2) return [];
  const pairing = new Pairing(substanceOf(words), maxDepth);
  for (const run of runs) pairing.add(run);
  return pairing.marks.toSorted((a, b) => a.start - b.start);
}

class Pairing {
  readonly marks: Mark[] = [];
  readonly #substance: Uint16Array;
  readonly #maxDepth: number;
  readonly #openers: Opener[] = [];
  /** For each kind of closer: below this height of the stack nothing matches it. */
  readonly #bottoms = new Map<string, number>();

  constructor(substance: Uint16Array, maxDepth: number) {
    this.#substance = substance;
    this.#maxDepth = maxDepth;
  }

  add(run: DelimiterRun): void {
    const left = run.canClose ? this.#close(run) : run.length;
    if (run.canOpen && left > 0) this.#openers.push({ run, left, depth: 0 });
  }

  /** @returns how many signs of the run are left */
  #close(run: DelimiterRun): number {
    let left = run.length;
    while (left > 0) {
      const index = this.#openerOf(run, left);
      const opener = this.#openers[index];
      if (!opener || this.#substance[opener.run.end] === this.#substance[run.start]) break;
      const depth = this.#dropAbove(index) + (run.escaped ? 0 : 1);
      if (depth > this.#maxDepth) {
        this.#dropAbove(index - 1);
        continue;
      }
      const length = run.escaped ? left : Math.min(2, left, opener.left);
      this.#mark(run, opener, left, length);
      left -= length;
      opener.left -= length;
      opener.depth = depth;
      if (opener.left === 0) this.#dropAbove(index - 1);
    }
    return left;
  }

  #mark(run: DelimiterRun, opener: Opener, left: number, length: number): void {
    if (run.escaped) {
      this.#push('escape', opener.run.start, opener.run.end, run.start, run.end);
      return;
    }
    const kind = run.sign === '~' ? 'delete' : length === 2 ? 'strong' : 'emphasis';
    const opened = opener.run.start + opener.left;
    const closed = run.start + run.length - left;
    this.#push(kind, opened - length, opened, closed, closed + length);
  }

  #push(kind: Mark['kind'], openStart: number, openEnd: number, closeStart: number, closeEnd: number): void {
    this.marks.push({ type: 'mark', kind, opens: true, start: openStart, end: openEnd });
    this.marks.push({ type: 'mark', kind, opens: false, start: closeStart, end: closeEnd });
  }

  #openerOf(run: DelimiterRun, left: number): number {
    const kind = `${run.sign}${run.escaped}${run.length}${run.canOpen}${left}`;
    const bottom = this.#bottoms.get(kind) ?? 0;
    for (let index = this.#openers.length - 1; index >= bottom; index--) {
      const opener = this.#openers[index];
      if (opener && matches(opener, run)) return index;
    }
    this.#bottoms.set(kind, this.#openers.length);
    return -1;
  }

  /** Takes the openers above one away; their signs stay as written. @returns how deep they and it nest */
  #dropAbove(index: number): number {
    let depth = 0;
    while (this.#openers.length > index + 1) depth = Math.max(depth, this.#openers.pop()?.depth ?? 0);
    const opener = this.#openers[index];
    if (opener) depth = opener.depth = Math.max(depth, opener.depth);
    for (const [kind, bottom] of this.#bottoms) {
      if (bottom > this.#openers.length) this.#bottoms.set(kind, this.#openers.length);
    }
    return depth;
  }
}

function matches({ run: opener, left }: Opener, closer: DelimiterRun): boolean {
  if (opener.sign !== closer.sign || opener.escaped !== closer.escaped) return false;
  if (closer.escaped || closer.sign === '~') return opener.length === closer.length && left === opener.length;
  // `*a**b*` is no strong `b`: CommonMark's rule of three.
  const ambiguous = opener.canClose || closer.canOpen;
  return !ambiguous || (opener.length + closer.length) % 3 !== 0 || opener.length % 3 === 0;
}
