import { part } from './load-part.ts';

/** `[start, end)` of a label in UTF-16 code units that the search matched. */
export type Span = readonly [start: number, end: number];
export interface Match {
  /** Higher is better; 0 for an empty search. */
  score: number;
  spans: readonly Span[];
}

/** One folded character and where it is in the label. */
interface Letter {
  folded: string;
  span: Span;
}
/** A word, or one Chinese character, with the ways it may be typed. */
interface Unit {
  letters: readonly Letter[];
  readings: readonly string[];
  han: boolean;
}

const marks = /\p{M}/gu;
const han = /\p{Script=Han}/u;
const wordly = /[\p{L}\p{N}]/u;
/** The least score of a match where the label begins. */
export const atStart = 75;
let readingsOf: (character: string) => readonly string[] = () => [];

const load = part(() => import('./pinyin.ts'));

/** Loads the readings of Chinese characters (2 KB); until then they match as written only. Safe to call often. */
export async function loadPinyin(): Promise<void> {
  ({ readingsOf } = await load());
}

const fold = (text: string): string => text.normalize('NFKD').replace(marks, '').toLowerCase();

function unitsOf(label: string): Unit[] {
  const units: Unit[] = [];
  let word: Letter[] = [];
  const endWord = () => {
    if (word.length > 0)
      units.push({ letters: word, readings: [word.map((letter) => letter.folded).join('')], han: false });
    word = [];
  };
  let at = 0;
  for (const character of label) {
    const letter: Letter = { folded: fold(character), span: [at, at + character.length] };
    at += character.length;
    if (han.test(character)) {
      endWord();
      units.push({ letters: [letter], readings: [letter.folded, ...readingsOf(character)], han: true });
    } else if (wordly.test(character)) word.push(letter);
    else if (letter.folded !== '') endWord();
  }
  endWord();
  return units;
}

function sharedStart(left: string, right: string): number {
  let length = 0;
  while (length < left.length && left[length] === right[length]) length++;
  return length;
}

/** Where the first `length` folded letters of a unit stand. */
function spanOf(unit: Unit, length: number): Span {
  let rest = length;
  const first = unit.letters[0]?.span[0] ?? 0;
  for (const letter of unit.letters) {
    rest -= letter.folded.length;
    if (unit.han || rest <= 0) return [first, letter.span[1]];
  }
  return [first, first];
}

/** Reads `search` as beginnings of units in a row: `xming` in 小明, `al` in Ann Lee, `desrev` in design-review. */
function walk(search: string, units: readonly Unit[], at: number): Span[] | null {
  if (search === '') return [];
  const unit = units[at];
  if (!unit) return null;
  for (const reading of unit.readings) {
    for (let length = sharedStart(reading, search); length > 0; length--) {
      const rest = walk(search.slice(length).trimStart(), units, at + 1);
      if (rest) return [spanOf(unit, length), ...rest];
    }
  }
  return null;
}

/** Neighbouring spans become one, for a calm highlight. */
function joined(spans: readonly Span[]): Span[] {
  const result: Span[] = [];
  for (const span of spans) {
    const last = result.at(-1);
    if (last && last[1] === span[0]) result[result.length - 1] = [last[0], span[1]];
    else result.push(span);
  }
  return result;
}

/** The letters as they stand, anywhere: the weakest match. */
function inside(search: string, label: string): Span | null {
  const letters: Letter[] = [];
  let at = 0;
  for (const character of label) {
    for (const folded of fold(character)) letters.push({ folded, span: [at, at + character.length] });
    at += character.length;
  }
  const found = letters
    .map((letter) => letter.folded)
    .join('')
    .indexOf(search);
  const first = letters[found];
  const last = letters[found + search.length - 1];
  return first && last ? [first.span[0], last.span[1]] : null;
}

/**
 * Case and accents do not matter, and Chinese is found by its pinyin, whole or by first letters. Null where nothing
 * matches; an empty search matches everything.
 */
export function matchText(search: string, label: string): Match | null {
  const wanted = fold(search).trim();
  if (wanted === '') return { score: 0, spans: [] };
  const literal = inside(wanted, label);
  if (literal?.[0] === 0) return { score: literal[1] === label.length ? 100 : 90, spans: [literal] };
  const units = unitsOf(label);
  for (let at = 0; at < units.length; at++) {
    const spans = walk(wanted, units, at);
    if (spans) return { score: at === 0 ? atStart : 60, spans: joined(spans) };
  }
  return literal ? { score: 40, spans: [literal] } : null;
}

export interface Found<T> extends Match {
  item: T;
  /** Which of the labels matched; the spans are in it. */
  label: number;
}

/** What a match in a later label, a topic or a second name, counts less. */
const lesser = 12;

/** The best match among an item's labels. */
function bestOf<T>(search: string, item: T, labels: readonly string[]): Found<T> | null {
  let best: Found<T> | null = null;
  labels.forEach((text, label) => {
    const match = matchText(search, text);
    const score = (match?.score ?? 0) - label * lesser;
    if (match && (!best || score > best.score)) best = { ...match, score, item, label };
  });
  return best;
}

/** The items one of whose labels matches, best first; equals keep their order. An empty search keeps all as they are. */
export function findMatches<T>(
  search: string,
  items: readonly T[],
  labelsOf: (item: T) => readonly string[],
  most = 50,
): Found<T>[] {
  return items
    .map((item) => bestOf(search, item, labelsOf(item)))
    .filter((found) => found !== null)
    .sort((left, right) => right.score - left.score)
    .slice(0, most);
}
