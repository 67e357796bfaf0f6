import type { Mention } from '#shared/messages.ts';
import { codeSpans } from './code-spans.ts';
import type { Content } from './content.ts';
import { runOf, type DelimiterRun } from './delimiters.ts';
import { findLinks } from './find-links.ts';
import { safeUrl } from './links.ts';

interface Range {
  start: number;
  end: number;
}

/** What is no plain text whatever is around it. Offsets are UTF-16, into the words of the paragraph. */
export type Atom =
  | (Range & { type: 'code'; fence: number })
  | (Range & { type: 'mention'; mention: Mention })
  | (Range & { type: 'address'; textStart: number; textEnd: number; address: string });

/** `[text](address)`; `inside` is what its text holds. */
export interface NamedLink extends Range {
  type: 'link';
  textStart: number;
  textEnd: number;
  inside: Token[];
  address: string;
}

export type Token = Atom | NamedLink | DelimiterRun;

/** Both in order, without those of `more` that overlap one of `first`. */
function merged<A extends Range, B extends Range>(first: readonly A[], more: readonly B[]): (A | B)[] {
  const all: (A | B)[] = [];
  let next = 0;
  for (const range of more) {
    for (let before = first[next]; before && before.end <= range.start; before = first[++next]) all.push(before);
    const following = first[next];
    const last = all.at(-1);
    if ((!following || following.start >= range.end) && (!last || last.end <= range.start)) all.push(range);
  }
  return [...all, ...first.slice(next)];
}

const angled = /<([a-z][a-z\d+.-]{1,31}:[^\s<>`]+|[^\s<>@`:]{1,64}@[^\s<>`]+)>/giu;

/** Addresses in `<…>`, which may hold characters that a bare one may not. */
function angledLinks(words: string): Atom[] {
  return [...words.matchAll(angled)].flatMap(({ 0: whole, 1: inside = '', index }): Atom[] => {
    const address = inside.includes(':') ? inside : `mailto:${inside}`;
    const end = index + whole.length;
    if (!safeUrl(address)) return [];
    return [{ type: 'address', start: index, end, textStart: index + 1, textEnd: end - 1, address }];
  });
}

function atomsOf(content: Content, mentions: readonly Mention[]): Atom[] {
  const words = content.text;
  const code: Atom[] = codeSpans(words).map((span) => ({ type: 'code', ...span }));
  const named = mentions.flatMap((mention): Atom[] => {
    const range = content.rangeOf(mention);
    return range ? [{ type: 'mention', mention, ...range }] : [];
  });
  const atoms = merged(
    code,
    named.toSorted((a, b) => a.start - b.start),
  );
  const bare = findLinks(words).map((link): Atom => ({
    type: 'address',
    textStart: link.start,
    textEnd: link.end,
    ...link,
  }));
  return merged(merged(atoms, angledLinks(words)), bare);
}

const signs = /(?:\\\*)+|(?:\\_)+|(?:\\~)+|(?:\\`)+|\\[[\]]|\*+|_+|~+|[[\]]/gu;
const destination = /\]\( ?(?:<([^<>\n`]+)>|((?:[^\s()<>`]|\([^\s()<>`]*\))+))(?: {1,3}(?:"[^"\n]*"|'[^'\n]*'))? ?\)/uy;

/** A neighbour that is neither a letter nor a sign: where an atom begins or ends. */
const neutral = '\uE000';

/** Reads the words of a paragraph from the left: atoms, named links, and signs that may be emphasis. */
export class TokenReader {
  readonly #words: string;
  readonly #atoms: readonly Atom[];
  readonly #tokens: Token[] = [];
  /** Where an open bracket is in the words, and how many tokens there were before it. */
  #brackets: { at: number; tokens: number }[] = [];

  constructor(content: Content, mentions: readonly Mention[]) {
    this.#words = content.text;
    this.#atoms = atomsOf(content, mentions);
  }

  read(): Token[] {
    let next = 0;
    let done = 0;
    for (const match of this.#words.matchAll(signs)) {
      if (match.index < done) continue;
      for (let atom = this.#atoms[next]; atom && atom.start <= match.index; atom = this.#atoms[++next]) {
        if (atom.start < done) continue;
        this.#tokens.push(atom);
        done = atom.end;
      }
      if (match.index < done) continue;
      done = this.#sign(match[0], match.index, this.#atoms[next]);
    }
    for (const atom of this.#atoms.slice(next)) if (atom.start >= done) this.#tokens.push(atom);
    return this.#tokens;
  }

  /** @returns where what was read ends */
  #sign(raw: string, start: number, following: Atom | undefined): number {
    const end = start + raw.length;
    if (raw === '[') this.#brackets.push({ at: start, tokens: this.#tokens.length });
    else if (raw === ']') return this.#closeBracket(start);
    else if (!raw.includes('[') && !raw.includes(']')) {
      const before = this.#tokens.at(-1);
      const isAfterAtom = before !== undefined && before.type !== 'run' && before.end === start;
      const run = runOf(
        raw,
        start,
        isAfterAtom ? neutral : characterBefore(this.#words, start),
        following?.start === end ? neutral : characterAt(this.#words, end),
      );
      if (run) this.#tokens.push(run);
    }
    return end;
  }

  #closeBracket(at: number): number {
    const open = this.#brackets.pop();
    destination.lastIndex = at;
    const match = open && destination.exec(this.#words);
    if (!match) return at + 1;
    const written = match[1] ?? match[2] ?? '';
    const address = /^www\./iu.test(written) ? `https://${written}` : written;
    if (!safeUrl(address)) return at + 1;
    const end = at + match[0].length;
    const inside = this.#tokens.splice(open.tokens);
    this.#tokens.push({ type: 'link', start: open.at, end, textStart: open.at + 1, textEnd: at, inside, address });
    // A link holds no other: the brackets around it are plain text.
    this.#brackets = [];
    return end;
  }
}

function characterBefore(words: string, at: number): string {
  const pair = at > 1 ? (words.codePointAt(at - 2) ?? 0) : 0;
  return pair > 0xffff ? String.fromCodePoint(pair) : words.slice(Math.max(0, at - 1), at);
}

function characterAt(words: string, at: number): string {
  return at < words.length ? String.fromCodePoint(words.codePointAt(at) ?? 0) : '';
}
