import { z } from 'zod';

const storable = (text: string): string => text.replace(/\p{Surrogate}/gu, '\uFFFD').replaceAll('\0', '\uFFFD');

/** A string as every database keeps it: lone surrogates and NUL become U+FFFD, one for one, so that offsets stay. */
export const text = z.string().overwrite(storable);
/** What names a row. */
export const id = text.min(1).max(64);

/** A character that leaves ink. U+2800 is an empty Braille cell, U+1D159 an empty note head. */
const visible = /[^\s\p{Cc}\p{Default_Ignorable_Code_Point}\u2800\uFFF9-\uFFFB\u{1D159}]/u;

/** Whether nothing of the text can be seen: white space, control and ignorable characters alone, or nothing at all. */
export const isBlank = (value: string): boolean => !visible.test(value);

const breaks = /[\p{Cc}\u2028\u2029]+/gu;
/**
 * Format characters, the bidirectional controls among them. The joiners stay, Persian and emoji need them; so do tags,
 * which spell flags, and the Arabic signs that are drawn.
 */
const formats =
  /(?![\u200D\u200C\u{E0020}-\u{E007F}\u0600-\u0605\u06DD\u070F\u0890\u0891\u08E2\u{110BD}\u{110CD}])\p{Cf}/gu;

const asLine = (value: string): string => value.replace(breaks, ' ').replace(formats, '').trim();

/** One line: control characters become blanks, invisible format characters go. */
export const line = text.overwrite(asLine);
/** One line of which something can be seen. */
export const visibleLine = line.refine((value) => !isBlank(value));
/** One line, or the empty string where nothing of it could be seen. */
export const optionalLine = line.overwrite((value) => (isBlank(value) ? '' : value));
