import type { Line } from './lines.ts';

/** The words of a paragraph, its lines joined, and where each stands in the message (UTF-16 offsets). */
export class Content {
  readonly text: string;
  readonly #starts: number[] = [];
  readonly #sources: number[] = [];

  constructor(source: string, lines: readonly Line[]) {
    let length = 0;
    for (const { start, end } of lines) {
      this.#starts.push(length);
      this.#sources.push(start);
      length += end - start + 1;
    }
    this.text = lines.map(({ start, end }) => source.slice(start, end)).join('\n');
  }

  /** The offset in the message of an offset in the words. */
  toSource(offset: number): number {
    const line = lineAt(offset, this.#starts);
    return (this.#sources[line] ?? 0) + offset - (this.#starts[line] ?? 0);
  }

  /** The reverse, of an offset in the message that lies in the paragraph. */
  fromSource(offset: number): number {
    const line = lineAt(offset, this.#sources);
    return (this.#starts[line] ?? 0) + offset - (this.#sources[line] ?? 0);
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
