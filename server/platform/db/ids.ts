import { nanoid } from 'nanoid';

let prefix = { at: 0, text: '' };

/**
 * An id of 21 characters that begins with its time: rows written together then lie together in the index, and a
 * commit of many touches few of its pages.
 */
export function timedId(now: number): string {
  // Writing a large number to base 36 takes as long as the random part, and many ids share a millisecond.
  if (prefix.at !== now) prefix = { at: now, text: now.toString(36).padStart(9, '0') };
  return prefix.text + nanoid(12);
}
