import type { Mention } from '#shared/messages.ts';
import { blocksOf, maxDepth, type Block } from './blocks.ts';
import { Content } from './content.ts';
import { pairRuns, type Mark } from './emphasis.ts';
import { TokenReader, type Token } from './tokens.ts';

export type Inline =
  /** `before` is the character in front of it, '' where there is none. */
  | { type: 'text'; text: string; before: string }
  | { type: 'code'; text: string }
  | { type: 'mention'; raw: string; mention: Mention }
  | { type: 'link'; address: string; shown: string; children: Inline[] }
  | { type: 'emphasis' | 'strong' | 'delete'; children: Inline[] };

export type ParsedBlock =
  | { type: 'paragraph'; children: Inline[] }
  | { type: 'quote'; children: ParsedBlock[] }
  | { type: 'list'; ordered: boolean; items: { marker: string; children: ParsedBlock[] }[] }
  | { type: 'code' | 'bareCode'; language: string; text: string };

const maxCached = 400;
const cache = new Map<string, ParsedBlock[]>();

/** A message as a tree; the latest few hundred are remembered, because rows come and go while one scrolls. */
export function parse(text: string, mentions: readonly Mention[]): ParsedBlock[] {
  const key = mentions.length === 0 ? text : `${text}\0${JSON.stringify(mentions)}`;
  const before = cache.get(key);
  if (before) return before;
  const parsed = new MessageParser(text, mentions).parse();
  if (cache.size >= maxCached) cache.delete(cache.keys().next().value ?? '');
  cache.set(key, parsed);
  return parsed;
}

/** Further blocks of code have no caption, no colours and no button: they are ten elements each. */
const maxFullCodeBlocks = 40;

class MessageParser {
  readonly #text: string;
  readonly #mentions: readonly Mention[];
  #codeBlocks = 0;

  constructor(text: string, mentions: readonly Mention[]) {
    this.#text = text;
    this.#mentions = mentions;
  }

  parse(): ParsedBlock[] {
    return this.#all(blocksOf(this.#text));
  }

  #all(blocks: readonly Block[]): ParsedBlock[] {
    return blocks.map((block) => this.#one(block));
  }

  #one(block: Block): ParsedBlock {
    switch (block.type) {
      case 'quote':
        return { type: 'quote', children: this.#all(block.children) };
      case 'list': {
        const items = block.items.map(({ marker, children }) => ({ marker, children: this.#all(children) }));
        return { type: 'list', ordered: block.ordered, items };
      }
      case 'code': {
        const lines = block.lines.map(({ start, end }) => this.#text.slice(start, end));
        const type = ++this.#codeBlocks > maxFullCodeBlocks ? 'bareCode' : 'code';
        return { type, language: block.language, text: lines.join('\n') };
      }
      case 'paragraph': {
        const content = new Content(this.#text, block.lines);
        const tokens = new TokenReader(content, this.#mentions).read();
        const limit = maxDepth - block.depth;
        return { type: 'paragraph', children: inlineOf(content.text, tokens, limit, 0, content.text.length) };
      }
    }
  }
}

/** The tree of a stretch of a paragraph: plain text, atoms, and emphasis around them. */
function inlineOf(words: string, tokens: readonly Token[], limit: number, from: number, to: number): Inline[] {
  const marks = pairRuns(
    words,
    tokens.filter((token) => token.type === 'run'),
    limit,
  );
  const pieces = [...tokens.filter((token) => token.type !== 'run'), ...marks].toSorted((a, b) => a.start - b.start);
  const tree = new TreeBuilder(words, from);
  for (const piece of pieces) {
    tree.text(piece.start);
    if (piece.type === 'mark') tree.mark(piece);
    else tree.add(nodeOf(words, piece, limit), piece.end);
  }
  tree.text(to);
  return tree.nodes;
}

type Piece = Exclude<Token, { type: 'run' }>;

function nodeOf(words: string, piece: Piece, limit: number): Inline {
  switch (piece.type) {
    case 'code':
      return { type: 'code', text: codeOf(words.slice(piece.start + piece.fence, piece.end - piece.fence)) };
    case 'mention':
      return { type: 'mention', raw: words.slice(piece.start, piece.end), mention: piece.mention };
    case 'address': {
      const shown = words.slice(piece.textStart, piece.textEnd);
      return { type: 'link', address: piece.address, shown, children: [{ type: 'text', text: shown, before: '' }] };
    }
    case 'link': {
      const { address, inside, textStart, textEnd } = piece;
      const shown = words.slice(textStart, textEnd);
      // Nothing to press is within a link: mentions and addresses in it are plain words.
      const kept = inside.filter(({ type }) => type === 'run' || type === 'code');
      const children = inlineOf(words, kept, limit, textStart, textEnd);
      if (shown.trim() !== '') return { type: 'link', address, shown, children };
      return { type: 'link', address, shown: address, children: [{ type: 'text', text: address, before: '' }] };
    }
  }
}

/** One blank at either end parts the code from backticks in it. */
const codeOf = (inside: string): string => (/^ .*\S.* $/su.test(inside) ? inside.slice(1, -1) : inside);

class TreeBuilder {
  readonly nodes: Inline[] = [];
  readonly #words: string;
  #at: number;
  #open: Inline[][] = [this.nodes];

  constructor(words: string, from: number) {
    this.#words = words;
    this.#at = from;
  }

  /** Plain text up to an offset. */
  text(to: number): void {
    this.#plain(this.#words.slice(this.#at, to));
    this.#at = Math.max(this.#at, to);
  }

  add(node: Inline, end: number): void {
    this.#open.at(-1)?.push(node);
    this.#at = end;
  }

  mark({ kind, opens, start, end }: Mark): void {
    if (kind === 'escape') this.#plain(this.#words.slice(start, end).replaceAll('\\', ''));
    else if (opens) {
      const children: Inline[] = [];
      this.#open.at(-1)?.push({ type: kind, children });
      this.#open.push(children);
    } else this.#open.pop();
    this.#at = end;
  }

  #plain(text: string): void {
    if (text === '') return;
    const siblings = this.#open.at(-1);
    const last = siblings?.at(-1);
    if (last?.type === 'text') last.text += text;
    else siblings?.push({ type: 'text', text, before: this.#words[this.#at - 1] ?? '' });
  }
}
