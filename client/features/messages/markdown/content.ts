import type { Line } from './lines.ts';

/** The words of a paragraph, its lines joined, and where each is in the message (UTF-16 offsets). */
export class Content {
  readonly text: string;
  readonly #starts: number[] = [];
  readonly #sources: number[] = [];
  readonly #lines: readonly Line[];

  constructor(source: string, lines: readonly Line[]) {
    let length = 0;
    for (const { start, end } of lines) {
      this.#starts.push(length);
      this.#sources.push(start);
      length += end - start + 1;
    }
    this.#lines = lines;
    this.text = lines.map(({ start, end }) => source.slice(start, end)).join('\n');
  }

  /** The offset in the message of an offset in the words. */
  toSource(offset: number): number {
    const line = lineAt(offset, this.#starts);
    return (this.#sources[line] ?? 0) + offset - (this.#starts[line] ?? 0);
  }

  /** The range in the words of a range in the message; null where it does not lie within one of the lines. */
  rangeOf({ start, end }: Line): Line | null {
    const index = lineAt(start, this.#sources);
    const line = this.#lines[index];
    if (!line || start < line.start || end > line.end || end <= start) return null;
    const from = (this.#starts[index] ?? 0) + start - line.start;
    return { start: from, end: from + end - start };
  }
}

/** The last line that starts at the offset or before. */
function lineAt(offset: number, starts: readonly number[]): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}
