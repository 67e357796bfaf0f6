import { nanoid } from 'nanoid';

/**
 * An id of 21 characters that begins with its time: rows written together then lie together in the index, and a
 * commit of many touches few of its pages.
 */
export const timedId = (now: number): string => now.toString(36).padStart(9, '0') + nanoid(12);
