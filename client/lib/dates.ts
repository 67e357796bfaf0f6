import type { Language } from '#shared/error-sentences.ts';
import { isolate } from './isolate.ts';

const tags: Record<Language, string> = { en: 'en', zh: 'zh-CN' };
const formats = new Map<string, Intl.DateTimeFormat>();
const hour = 3_600_000;

function format(language: Language, options: Intl.DateTimeFormatOptions, at: number): string {
  const key = language + JSON.stringify(options);
  const known = formats.get(key) ?? new Intl.DateTimeFormat(tags[language], options);
  formats.set(key, known);
  return known.format(at);
}

/** Midnight of the local day, in ms: two times are of one day when this is equal. */
export const dayOf = (at: number): number => new Date(at).setHours(0, 0, 0, 0);

/** `14:05`, in local time. */
export const timeOf = (language: Language, at: number): string =>
  format(language, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }, at);

/** Day, date and time to the second, for a tooltip. */
export const fullTime = (language: Language, at: number): string =>
  format(language, { dateStyle: 'full', timeStyle: 'medium' }, at);

/** `12 Mar 2026` and its like. */
export const dateOf = (language: Language, at: number): string => format(language, { dateStyle: 'medium' }, at);

/** Today, Yesterday, a weekday within the last week, else the date; the year only when it is another one. */
export function dayLabel(language: Language, at: number, now: number): string {
  const days = Math.round((dayOf(at) - dayOf(now)) / (24 * hour));
  if (days === 0 || days === -1) {
    const text = new Intl.RelativeTimeFormat(tags[language], { numeric: 'auto' }).format(days, 'day');
    return text.charAt(0).toUpperCase() + text.slice(1);
  }
  if (days > -7 && days < 0) return format(language, { weekday: 'long' }, at);
  const year = new Date(at).getFullYear() === new Date(now).getFullYear() ? undefined : 'numeric';
  return format(language, { weekday: 'short', month: 'long', day: 'numeric', year }, at);
}

const steps: readonly [Intl.RelativeTimeFormatUnit, number][] = [
  ['day', 24 * hour],
  ['hour', hour],
  ['minute', hour / 60],
];

/** `3 hours ago`, `in 2 days`; below a minute it is “now”; above 30 days the date. */
export function relativeTime(language: Language, at: number, now: number): string {
  const apart = at - now;
  if (Math.abs(apart) > 30 * 24 * hour) return dateOf(language, at);
  const words = new Intl.RelativeTimeFormat(tags[language], { numeric: 'auto' });
  for (const [unit, length] of steps) {
    // Times ahead are rounded: a link of seven days starts with seven, not with six.
    if (Math.abs(apart) >= length)
      return words.format(apart > 0 ? Math.round(apart / length) : Math.trunc(apart / length), unit);
  }
  return words.format(0, 'second');
}

/** `1,234`, grouped as the language does. */
export const numberOf = (language: Language, value: number): string =>
  new Intl.NumberFormat(tags[language]).format(value);

/** `Ann, Bob and Wen`, `小明、小红和小刚`. */
export const listOf = (language: Language, items: readonly string[]): string =>
  new Intl.ListFormat(tags[language], { type: 'conjunction' }).format(items.map(isolate));
