// What may begin emphasis, code, a link, a quote or a list. Most of what people write has none of it.
const markup = /[*_~`\\[<]|:\/\/|www\.|[a-z\d]@[a-z\d]|^[ \t]{0,3}(?:>|[-+][ \t]|\d{1,3}[.)][ \t])/imu;

/** False where parsing would change nothing but paragraphs. */
export const hasMarkup = (text: string): boolean => markup.test(text);
