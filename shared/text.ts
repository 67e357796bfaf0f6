import { z } from 'zod';
import { isBlank } from './blank.ts';

const storable = (text: string): string => text.replace(/\p{Surrogate}/gu, '\uFFFD').replaceAll('\0', '\uFFFD');

/** A string as every database keeps it: lone surrogates and NUL become U+FFFD, one for one, so that offsets stay. */
export const text = z.string().overwrite(storable);
/** What names a row. */
export const id = text.min(1).max(64);

const breaks = /[\p{Cc}\u2028\u2029]+/gu;
/**
 * Format characters, the bidirectional controls among them. The joiners stay, Persian and emoji need them; so do tags,
 * which spell flags, and the Arabic signs that are drawn.
 */
const formats =
  /(?![\u200D\u200C\u{E0020}-\u{E007F}\u0600-\u0605\u06DD\u070F\u0890\u0891\u08E2\u{110BD}\u{110CD}])\p{Cf}/gu;

/** The text as one line: control characters become blanks, invisible format characters go. */
export const singleLine = (value: string): string => value.replace(breaks, ' ').replace(formats, '').trim();

/** One line, as `singleLine` makes it. */
export const line = text.overwrite(singleLine);
/** One line of which something can be seen. */
export const visibleLine = line.refine((value) => !isBlank(value));
/** One line, or the empty string where nothing of it could be seen. */
export const optionalLine = line.overwrite((value) => (isBlank(value) ? '' : value));
