import { kindOf } from './characters.ts';

export type Sign = '*' | '_' | '~' | '`';

/** A run of equal signs that may begin or end emphasis. */
export interface DelimiterRun {
  type: 'run';
  start: number;
  end: number;
  sign: Sign;
  /** Signs, without backslashes. */
  length: number;
  /** A backslash precedes each sign: two such runs that would be emphasis are shown without their backslashes. */
  escaped: boolean;
  canOpen: boolean;
  canClose: boolean;
}

const slash = new Set('/\\');
/** Next to one of these a single sign is arithmetic or a part of a name. */
const operator = new Set('=+%$@&^#|');
// What follows it makes a sign the pattern of a file name, or the end of a comment in code.
const endsWord = new Set('.,;:)/\\');
const opensQuote = /[\s\p{Ps}\p{Pi}"']/u;
const closesQuote = /[\s\p{P}]/u;

/** Whether the signs touch a word on their inner side, and stand free of one on the outer side if both are punctuation. */
function flanks(outer: string, inner: string): boolean {
  const { blank, sign } = kindOf(inner);
  if (blank) return false;
  const outside = kindOf(outer);
  return !sign || outside.blank || outside.sign || outside.cjk;
}

/** Whether emphasis may end at a neighbour. Products (`2*3*4`), names (`snake_case`) and paths have none. */
function mayTouch(outer: string, character: Sign, length: number): boolean {
  if (slash.has(outer)) return false;
  if (character === '~') return true;
  const { letter, digit, cjk } = kindOf(outer);
  if (character === '_') return !letter && !operator.has(outer);
  if (length > 1) return !digit;
  return !operator.has(outer) && (!letter || cjk);
}

/**
 * Chinese has no blanks between words: next to its letters and punctuation, signs need none either (`**注意：**请看`).
 * `before` and `after` are the neighbours, '' at either end of the words.
 */
export function runOf(raw: string, start: number, before: string, after: string): DelimiterRun | null {
  const escaped = raw.startsWith('\\');
  const character = asSign(raw.at(-1));
  const length = escaped ? raw.length / 2 : raw.length;
  // Four signs and more are a rule, a gap to fill in or a word nobody says.
  if (!character || length > 3 || (character === '~' && length !== 2)) return null;
  let canOpen = false;
  let canClose = false;
  if (escaped) {
    canOpen = (before === '' || opensQuote.test(before)) && !kindOf(after).blank;
    canClose = !kindOf(before).blank && (after === '' || (closesQuote.test(after) && !slash.has(after)));
  } else {
    const isPattern = length === 1 && endsWord.has(after);
    canOpen = flanks(before, after) && mayTouch(before, character, length) && !isPattern;
    canClose = flanks(after, before) && mayTouch(after, character, length);
  }
  if (!canOpen && !canClose) return null;
  return { type: 'run', start, end: start + raw.length, sign: character, length, escaped, canOpen, canClose };
}

function asSign(character: string | undefined): Sign | null {
  return character === '*' || character === '_' || character === '~' || character === '`' ? character : null;
}
