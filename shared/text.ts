import { z } from 'zod';

const storable = (text: string): string => text.replace(/\p{Surrogate}/gu, '\uFFFD').replaceAll('\0', '\uFFFD');

/** A string as every database keeps it: lone surrogates and NUL become U+FFFD, one for one, so that offsets stay. */
export const text = z.string().overwrite(storable);
/** What names a row. */
export const id = text.min(1).max(64);
