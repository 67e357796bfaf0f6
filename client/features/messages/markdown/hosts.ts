/** Scripts written without blanks between words: after a Latin domain they are the sentence that goes on. */
const unspaced =
  /[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}\p{scx=Hang}\p{scx=Thai}\p{scx=Laoo}\p{scx=Khmr}\p{scx=Mymr}\p{scx=Arab}\p{scx=Hebr}]/u;
const hostCharacter = /[\p{L}\p{M}\p{Nd}_-]/u;
const ascii = /^[\x21-\x7e]$/u;
const ipv6 = /\[[\da-f:.]{2,45}\]/iuy;
const userInfo = /[\w.!~*'$&+,;=:%-]{1,128}@(?=[\p{L}\p{N}[])/uy;
const port = /:\d{1,5}(?!\d)/uy;
const complete = /^(?:localhost|\d{1,3}(?:\.\d{1,3}){3})$/iu;

function matchedEnd(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : at;
}

/** Where the characters of a domain end. */
function domainEnd(text: string, start: number): number {
  let label = start;
  let at = start;
  while (at < text.length && at - start < longestDomain) {
    const character = String.fromCodePoint(text.codePointAt(at) ?? 0);
    if (character === '.') {
      if (at === label) break;
      label = at + 1;
    } else if (!hostCharacter.test(character)) break;
    else if (unspaced.test(character) && isLatinBefore(text, start, label, at)) break;
    at += character.length;
  }
  while (at > start && /[._-]/u.test(text[at - 1] ?? '')) at--;
  return at;
}

const longestDomain = 253;

/** `example.com` before `这里` is a whole domain; `abc` before `东京.jp` is not. */
function isLatinBefore(text: string, start: number, label: number, at: number): boolean {
  if (at === label || !ascii.test(text[label] ?? '')) return false;
  return label > start || complete.test(text.slice(start, at));
}

/** Where the host of an address ends, with user and port; `start` is after `//`. Null where there is none. */
export function hostEnd(text: string, start: number, withScheme: boolean): number | null {
  const host = withScheme ? matchedEnd(userInfo, text, start) : start;
  const bracketed = matchedEnd(ipv6, text, host);
  const end = bracketed > host ? bracketed : domainEnd(text, host);
  return end === host ? null : matchedEnd(port, text, end);
}

const mailDomain = /(?:[a-z\d](?:[a-z\d-]*[a-z\d])?\.)+[a-z]{2,24}(?![a-z\d-])/iuy;

/** Where the domain of a mail address ends; null where there is none. */
export function mailHostEnd(text: string, start: number): number | null {
  const end = matchedEnd(mailDomain, text, start);
  return end === start ? null : end;
}

const scripts = {
  latin: /\p{scx=Latin}/u,
  eastAsian: /[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}\p{scx=Hang}\p{scx=Bopo}]/u,
};
const letter = /\p{L}/gu;

/** False where letters of several scripts may pretend to be another host: `аpple.com` with a Cyrillic `а`. */
function isOneScript(host: string): boolean {
  const letters = host.match(letter) ?? [];
  const eastAsian = letters.filter((each) => scripts.eastAsian.test(each)).length;
  const latin = letters.filter((each) => scripts.latin.test(each)).length;
  if (eastAsian + latin === letters.length) return true;
  return ['Cyrl', 'Grek', 'Arab', 'Hebr', 'Thai', 'Deva', 'Armn', 'Geor'].some((script) =>
    letters.every((each) => new RegExp(`\\p{scx=${script}}`, 'u').test(each)),
  );
}

/**
 * A host as a person may trust it: in its own letters where all are of one script and it was written so, else in punycode.
 * `written` is what was typed.
 */
export function displayedHost({ hostname }: URL, written: string): string {
  if (!hostname.includes('xn--')) return hostname;
  const typed = written.normalize('NFKC').toLowerCase();
  const host = /^(?:https?:\/\/)?(?:[^/?#]*@)?([^/?#:]*)/u.exec(typed)?.[1] ?? '';
  if (host === '' || host.includes('xn--') || !isOneScript(host)) return hostname;
  return URL.canParse(`https://${host}`) && new URL(`https://${host}`).hostname === hostname ? host : hostname;
}
