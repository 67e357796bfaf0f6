import { FenceFinder } from './fences.ts';
import { dedent, indentOf, isBlank, linesOf, type Line } from './lines.ts';

export interface CodeBlockNode {
  type: 'code';
  language: string;
  lines: Line[];
  /** With its fences. */
  start: number;
  end: number;
}

export interface ListItemNode {
  /** As written: `-`, `2.`, `3)`. */
  marker: string;
  children: Block[];
}

export type Block =
  | { type: 'paragraph'; lines: Line[]; depth: number }
  | { type: 'quote'; children: Block[] }
  | { type: 'list'; ordered: boolean; items: ListItemNode[] }
  | CodeBlockNode;

/** How deep quotes, lists and emphasis nest together; what is deeper is shown as written. */
export const maxDepth = 8;

// `>_<` and `>:(` are faces, `>` alone is a sign; a quote has a blank or a word after its sign, and words in it.
const quoteStart = /^[ \t]{0,3}>(?:[ \t](?=.*[^\s>])|(?=>[> \t]*(?:[ \t][^\s>]|\p{L}{2}))|(?=\p{L}{2}))/u;
const emptyQuote = /^[ \t]{0,3}>[ \t]*$/u;
const itemStart = /^([ \t]{0,3})([-+*]|\d{1,3}[.)])[ \t]+(?=\S)/u;
const markersOnly = /^[ \t]*(?:[-+*]|\d{1,3}[.)])(?:[ \t]+(?:[-+*]|\d{1,3}[.)]))*[ \t]*$/u;

interface ItemStart {
  marker: string;
  ordered: boolean;
  content: Line;
  indent: number;
}

function itemAt(text: string, line: Line): ItemStart | null {
  const written = text.slice(line.start, line.end);
  const match = itemStart.exec(written);
  if (!match || markersOnly.test(written)) return null;
  const [whole, , marker = ''] = match;
  const content = { start: line.start + whole.length, end: line.end };
  return { marker, ordered: marker.length > 1, content, indent: indentOf(text, line) };
}

/** The line after the sign of a quote; null where it is no quote's. */
function quoted(text: string, line: Line, open: boolean): Line | null {
  const written = text.slice(line.start, line.end);
  const match = quoteStart.exec(written) ?? (open ? emptyQuote.exec(written) : null);
  return match && { start: line.start + match[0].length, end: line.end };
}

/** Reads the blocks of one container, line by line. Every line is read once at each of at most `maxDepth` levels. */
class BlockReader {
  readonly #text: string;
  readonly #depth: number;
  readonly #lines: Line[];
  readonly #fences: FenceFinder;
  readonly #blocks: Block[] = [];
  #at = 0;
  #paragraph: Line[] = [];

  constructor(text: string, lines: Line[], depth: number) {
    this.#text = text;
    this.#lines = lines;
    this.#depth = depth;
    this.#fences = new FenceFinder(text, lines);
  }

  read(): Block[] {
    for (let line = this.#lines[this.#at]; line; line = this.#lines[this.#at]) {
      if (isBlank(this.#text, line)) this.#endParagraph();
      else if (this.#code() || this.#quote() || this.#list()) continue;
      else this.#paragraph.push(line);
      this.#at++;
    }
    this.#endParagraph();
    return this.#blocks;
  }

  #endParagraph(): void {
    if (this.#paragraph.length > 0)
      this.#blocks.push({ type: 'paragraph', lines: this.#paragraph, depth: this.#depth });
    this.#paragraph = [];
  }

  #add(block: Block, next: number): true {
    this.#endParagraph();
    this.#blocks.push(block);
    this.#at = next;
    return true;
  }

  #code(): boolean {
    const found = this.#fences.at(this.#at);
    if (!found) return false;
    const { language, lines, start, end, before, after, next } = found;
    if (before) this.#paragraph.push(before);
    this.#add({ type: 'code', language, lines, start, end }, next);
    if (after) {
      this.#at = next - 1;
      this.#lines[this.#at] = after;
    }
    return true;
  }

  #quote(): boolean {
    if (this.#depth >= maxDepth) return false;
    const inside: Line[] = [];
    let next = this.#at;
    for (let line = this.#lines[next]; line; line = this.#lines[++next]) {
      const content = quoted(this.#text, line, inside.length > 0);
      if (!content) break;
      inside.push(content);
    }
    if (inside.length === 0) return false;
    return this.#add({ type: 'quote', children: this.#within(inside) }, next);
  }

  #list(): boolean {
    if (this.#depth >= maxDepth) return false;
    const items: ListItemNode[] = [];
    let next = this.#at;
    let ordered: boolean | null = null;
    for (let line = this.#lines[next]; line; line = this.#lines[next]) {
      const start = itemAt(this.#text, line);
      if (!start || (ordered ??= start.ordered) !== start.ordered) break;
      const { lines, end } = this.#itemLines(start, next + 1);
      items.push({ marker: start.marker, children: this.#within(lines) });
      next = end;
    }
    return ordered === null ? false : this.#add({ type: 'list', ordered, items }, next);
  }

  /** The lines of an item: those that are indented below it. Blank lines between two items belong to neither. */
  #itemLines({ content, indent, marker }: ItemStart, from: number): { lines: Line[]; end: number } {
    const lines = [content];
    let blanks: Line[] = [];
    let next = from;
    for (let line = this.#lines[next]; line; line = this.#lines[++next]) {
      if (isBlank(this.#text, line)) {
        blanks.push(line);
        continue;
      }
      if (indentOf(this.#text, line) < indent + 2) break;
      lines.push(...blanks, dedent(this.#text, line, indent + marker.length + 1));
      blanks = [];
    }
    const line = this.#lines[next];
    const goesOn = line !== undefined && itemAt(this.#text, line) !== null;
    return { lines, end: goesOn ? next : next - blanks.length };
  }

  #within(lines: Line[]): Block[] {
    return new BlockReader(this.#text, lines, this.#depth + 1).read();
  }
}

/** The paragraphs, quotes, lists and blocks of code of a message. */
export const blocksOf = (text: string): Block[] => new BlockReader(text, linesOf(text), 0).read();
