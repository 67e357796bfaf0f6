/** What a character is to the rules of emphasis. */
interface CharacterKind {
  blank: boolean;
  /** Written without blanks between words. */
  cjk: boolean;
  /** Punctuation and symbols but those of Chinese. */
  sign: boolean;
  letter: boolean;
  digit: boolean;
  /** Something to emphasise: a letter, a digit, a picture. */
  substance: boolean;
}

const cjk = /[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}\p{scx=Hang}\p{scx=Bopo}\u3000-\u303F\uFF00-\uFFEF]/u;
const kinds = new Map<string, CharacterKind>();
const maxKinds = 4_000;

/** `''` is the end of the text, which counts as a blank. */
export function kindOf(character: string): CharacterKind {
  const before = kinds.get(character);
  if (before) return before;
  const isCjk = cjk.test(character);
  const kind = {
    blank: /^\s?$/u.test(character),
    cjk: isCjk,
    sign: !isCjk && /[\p{P}\p{S}]/u.test(character),
    letter: /[\p{L}\p{N}]/u.test(character),
    digit: /\p{N}/u.test(character),
    substance: /[\p{L}\p{N}\p{Extended_Pictographic}\p{Regional_Indicator}]/u.test(character),
  };
  if (kinds.size >= maxKinds) kinds.clear();
  kinds.set(character, kind);
  return kind;
}

/** How many characters with substance there are before each offset of a text. */
export function substanceOf(text: string): Uint16Array {
  const counts = new Uint16Array(text.length + 1);
  let count = 0;
  let at = 0;
  for (const character of text) {
    if (kindOf(character).substance) count++;
    at += character.length;
    counts[at] = count;
    if (character.length > 1) counts[at - 1] = count;
  }
  return counts;
}
