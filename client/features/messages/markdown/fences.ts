import { isBlank, type Line } from './lines.ts';

/** A block of code. `start` and `end` include its fences. */
export interface Fenced {
  language: string;
  lines: Line[];
  start: number;
  end: number;
  /** What is on the line of the opening fence before it, on the line of the closing fence after it. */
  before: Line | null;
  after: Line | null;
  /** The index of the first line that no longer belongs to the block. */
  next: number;
}

interface Opening {
  fence: string;
  start: number;
  first: Line;
  language: string;
  before: Line | null;
}

const atStart = /^[ \t]{0,3}(`{3,}(?!`)|~{3,}(?!~))[ \t]*/u;
const afterText = /^(?:[^`]|`(?!``))*?[^`\s][ \t]*(```)(?=[\w+#.-]*[ \t]*$)/u;
const oneWord = /^[\w+#.-]*\s*$/u;

/** A fence with another of its signs on the line is code within the line. */
function startOfLine(written: string): RegExpExecArray | null {
  const match = atStart.exec(written);
  return match && !written.includes(match[1]?.[0] ?? '', match[0].length) ? match : null;
}

function opening(text: string, line: Line): Opening | null {
  const written = text.slice(line.start, line.end);
  const match = startOfLine(written) ?? afterText.exec(written);
  if (!match) return null;
  const [whole, fence = ''] = match;
  const inside = { start: line.start + whole.length, end: line.end };
  const start = line.start + whole.lastIndexOf(fence);
  const about = text.slice(inside.start, inside.end);
  return {
    fence,
    start,
    // More than a word after the fence is the first line of the code.
    first: oneWord.test(about) ? { start: line.end, end: line.end } : inside,
    language: oneWord.test(about) ? about.trim() : '',
    before: text.slice(line.start, start).trim() === '' ? null : { start: line.start, end: start },
  };
}

interface Closing {
  end: number;
  /** Code on the line of the closing fence. */
  last: Line | null;
  after: Line | null;
}

const tilde = /^[ \t]{0,3}(~{3,})[ \t]*$/u;
const backticks = /^[ \t]{0,3}(`{3,})(?=[ \t]|$)/u;
const leadingBlanks = /^[ \t]*/u;
const runs = /`{3,}/gu;

function closing(text: string, line: Line, fence: string): Closing | null {
  const written = text.slice(line.start, line.end);
  const match = (fence.startsWith('~') ? tilde : backticks).exec(written);
  if (match) {
    const [whole, run = ''] = match;
    if (run.length < fence.length) return null;
    const end = line.start + whole.length;
    const gap = leadingBlanks.exec(written.slice(whole.length))?.[0].length ?? 0;
    const after = { start: end + gap, end: line.end };
    return { end, last: null, after: isBlank(text, after) ? null : after };
  }
  if (fence.startsWith('~')) return null;
  const found = [...written.matchAll(runs)];
  const last = found.at(-1);
  if (!last || found.length % 2 === 0 || last[0].length < fence.length) return null;
  const end = last.index + last[0].length;
  if (written.slice(end).trim() !== '') return null;
  return { end: line.start + end, last: { start: line.start, end: line.start + last.index }, after: null };
}

/** Finds the blocks of code among the lines of one container. */
export class FenceFinder {
  readonly #text: string;
  readonly #lines: readonly Line[];
  /** A search that reached the end in vain is not repeated: the work stays linear. */
  #unclosed = false;

  constructor(text: string, lines: readonly Line[]) {
    this.#text = text;
    this.#lines = lines;
  }

  /** The block that opens on a line. One without a closing fence goes on to the end; one without code is none. */
  at(index: number): Fenced | null {
    const first = this.#lines[index];
    const open = first && opening(this.#text, first);
    if (!open || (open.before && this.#unclosed)) return null;
    const lines = open.first.end > open.first.start ? [open.first] : [];
    for (let next = index + 1; next < this.#lines.length; next++) {
      const line = this.#lines[next];
      const close = line && closing(this.#text, line, open.fence);
      if (close) return this.#fenced(open, close.last ? [...lines, close.last] : lines, close, next + 1);
      if (line) lines.push(line);
    }
    if (!open.before) return this.#fenced(open, lines, null, this.#lines.length);
    this.#unclosed = true;
    return null;
  }

  #fenced({ start, language, before }: Opening, lines: Line[], close: Closing | null, next: number): Fenced | null {
    if (lines.every((line) => isBlank(this.#text, line))) return null;
    const end = close?.end ?? this.#lines.at(-1)?.end ?? start;
    return { language, lines, start, end, before, after: close?.after ?? null, next };
  }
}
