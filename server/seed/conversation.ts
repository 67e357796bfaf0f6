import type { MentionInput } from '#shared/messages.ts';
import type { Random } from './random.ts';
import { chineseLife } from './talk/chinese-life.ts';
import { chineseWork } from './talk/chinese-work.ts';
import { englishLife } from './talk/english-life.ts';
import { englishWork } from './talk/english-work.ts';
import type { Theme, Thread } from './talk/thread.ts';
import { chineseWords, englishWords, type Words } from './talk/words.ts';

const threads = { en: [...englishWork, ...englishLife], zh: [...chineseWork, ...chineseLife] };
const words = { en: englishWords, zh: chineseWords };
const speakers = 'abcd';

/** One line as it was said: by the n-th person, perhaps in answer to the line before. */
export interface Spoken {
  speaker: number;
  answers: boolean;
  /** Still with `@a` for people, whose names are known to the room only. */
  text: string;
}

/** A conversation for at most so many people, of one of these themes where there is one, its words chosen. */
export function tell(random: Random, language: 'en' | 'zh', themes: readonly Theme[], people: number): Spoken[] {
  const fitting = threads[language].filter((thread) => speakersOf(linesOf(thread)) <= people);
  const onTopic = fitting.filter(({ theme }) => themes.includes(theme));
  const thread = random.pick(onTopic.length > 0 ? onTopic : fitting);
  const chosen = chooseWords(random, words[language]);
  return linesOf(thread).map((line) => ({ ...line, text: fill(line.text, chosen) }));
}

/** How many people a conversation needs. */
export const speakersOf = (lines: readonly Spoken[]): number => Math.max(...lines.map(({ speaker }) => speaker)) + 1;

/** Puts names in place of the letters; the ranges are those of the finished text. */
export function nameSpeakers(
  text: string,
  people: readonly { id: string; name: string }[],
): { text: string; mentions: MentionInput[] } {
  const mentions: MentionInput[] = [];
  let finished = '';
  for (const part of text.split(/(@(?:[abcd]|room)(?![\w]))/)) {
    const start = finished.length;
    const person = /^@[abcd]$/.test(part) ? people[speakers.indexOf(part.charAt(1))] : undefined;
    finished += person ? `@${person.name}` : part;
    const end = finished.length;
    if (person) mentions.push({ kind: 'user', userId: person.id, start, end });
    else if (part === '@room') mentions.push({ kind: 'room', start, end });
  }
  return { text: finished, mentions };
}

function linesOf({ lines }: Thread): Spoken[] {
  return lines.map((line) => ({
    speaker: speakers.indexOf(line.charAt(0)),
    answers: line.charAt(1) === '>',
    text: line.slice(2).trim(),
  }));
}

type Chosen = Record<keyof Words | 'number', string>;

function chooseWords(random: Random, from: Words): Chosen {
  const { service, feature, file, customer, day, time, dish } = from;
  return {
    service: random.pick(service),
    feature: random.pick(feature),
    file: random.pick(file),
    customer: random.pick(customer),
    day: random.pick(day),
    time: random.pick(time),
    dish: random.pick(dish),
    number: String(random.between(12, 980)),
  };
}

const slot = /\{(service|feature|file|customer|day|time|dish|number)\}/g;

function fill(text: string, chosen: Chosen): string {
  const filled = text.replace(slot, (_, name: keyof Chosen) => chosen[name]);
  return filled.charAt(0).toUpperCase() + filled.slice(1);
}
