import type { Act, Line, Person, PlannedRoom } from './acts.ts';
import type { Calendar } from './calendar.ts';
import { speakersOf, type Spoken, tell } from './conversation.ts';
import type { Random } from './random.ts';
import { reactionEmoji } from './talk/words.ts';
import type { Theme } from './talk/thread.ts';

const second = 1_000;
const between = { edited: 0.025, recalled: 0.004, reacted: 0.14 };
const anything: Theme[] = ['people', 'life', 'plan', 'build'];
/** Where a message may be sent half-finished: after a sentence, and never within code. */
const firstSentence = /^([^`\n]{12,}?[.!?。！？]) ?(?=\S)[^`]+$/;

/** Exactly so many messages, in conversations, with what people do to them afterwards. */
export function planTalk(
  random: Random,
  calendar: Calendar,
  rooms: readonly PlannedRoom[],
  messages: number,
  until: number,
): Act[] {
  const acts: Act[] = [];
  let left = messages;
  while (left > 0) {
    const said = planConversation(random, calendar, random.favourite(rooms)).slice(0, left);
    left -= said.length;
    for (const { at, line } of said) {
      const last = until - said.length;
      acts.push({ kind: 'say', at: Math.min(at, last), line });
      acts.push(...planAftermath(random, line, at).map((act) => ({ ...act, at: Math.min(act.at, until - 1) })));
    }
  }
  return acts;
}

function planConversation(random: Random, calendar: Calendar, room: PlannedRoom): { at: number; line: Line }[] {
  const language = room.idea ? random.pick(room.idea.languages) : (room.members[0]?.person.language ?? 'en');
  // From when the second one is there: until then there is nobody to talk to.
  const start = calendar.moment(language, room.members[1]?.entersAt ?? room.opensAt);
  const present = room.members.filter(({ entersAt }) => entersAt <= start).map(({ person }) => person);
  const lines = tell(random, language, room.idea?.themes ?? anything, present.length);
  const speakers = chooseSpeakers(random, present, language, speakersOf(lines));
  let at = start;
  let before: Line | null = null;
  return lines.map((spoken) => {
    at += calendar.pause();
    before = planLine(random, room, speakers, spoken, before);
    return { at, line: before };
  });
}

/** Those whose language it is come first, the rest fill up. */
function chooseSpeakers(random: Random, present: Person[], language: 'en' | 'zh', count: number): Person[] {
  const native = random.some(
    present.filter((person) => person.language === language),
    count,
  );
  const others = present.filter((person) => !native.includes(person));
  return [...native, ...random.some(others, count - native.length)];
}

function planLine(random: Random, room: PlannedRoom, speakers: Person[], spoken: Spoken, before: Line | null): Line {
  const { text } = spoken;
  const author = speakers[spoken.speaker];
  if (!author) throw new Error('a conversation has no more speakers than people');
  const begun = random.chance(between.edited) ? firstSentence.exec(text)?.[1] : undefined;
  return { room, author, speakers, text, firstText: begun ?? text, answers: spoken.answers ? before : null, id: '' };
}

function planAftermath(random: Random, line: Line, at: number): Act[] {
  const after = (low: number, high: number) => at + random.between(low, high) * second;
  if (line.firstText !== line.text) return [{ kind: 'edit', at: after(15, 180), line }];
  if (random.chance(between.recalled)) return [{ kind: 'recall', at: after(5, 90), line }];
  if (!random.chance(between.reacted)) return [];
  const present = line.room.members.filter(({ entersAt, person }) => entersAt <= at && person !== line.author);
  const emoji = random.some(reactionEmoji, random.chance(0.8) ? 1 : 2);
  return emoji.flatMap((one) =>
    random
      .some(present, 1 + Math.floor(random.next() ** 3 * 6))
      .map(({ person }): Act => ({ kind: 'react', at: after(3, 1_800), line, person, emoji: one })),
  );
}
