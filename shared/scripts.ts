/** Scripts that living languages are written in. All others together count as one more. */
const scripts = (
  'Latin Greek Cyrillic Armenian Georgian Hebrew Arabic Syriac Thaana Nko Tifinagh Devanagari Bengali Gurmukhi Gujarati ' +
  'Oriya Tamil Telugu Kannada Malayalam Sinhala Thai Lao Tibetan Myanmar Khmer Javanese Balinese Mongolian Ethiopic ' +
  'Cherokee Canadian_Aboriginal Adlam Vai Yi Han Hiragana Katakana Bopomofo Hangul'
).split(' ');
/** The mixtures that one language makes: Japanese, Chinese and Korean, each with Latin. */
const mixtures = [
  ['Latin', 'Han', 'Hiragana', 'Katakana'],
  ['Latin', 'Han', 'Bopomofo'],
  ['Latin', 'Han', 'Hangul'],
];

const classOf = (names: readonly string[]): string => names.map((name) => `\\p{Script_Extensions=${name}}`).join('');
const allowed = [...scripts.map((name) => [name]), ...mixtures].map(
  (names) => new RegExp(`^[\\p{Script=Common}\\p{Script=Inherited}${classOf(names)}]*$`, 'u'),
);
const unlisted = new RegExp(`^[^${classOf(scripts)}]*$`, 'u');

/**
 * Whether a name mixes scripts that no language mixes, such as Latin with a Cyrillic letter that looks the same:
 * not “highly restrictive” as Unicode Technical Standard 39 defines it.
 */
export const isMixedScript = (name: string): boolean =>
  !unlisted.test(name) && !allowed.some((pattern) => pattern.test(name));

/** The same for a name of several words, each of which may have a script of its own. */
export const hasMixedWord = (name: string): boolean =>
  name.split(/[^\p{L}\p{M}\p{N}\u200C\u200D]+/u).some(isMixedScript);
