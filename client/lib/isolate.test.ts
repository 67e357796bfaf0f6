import { describe, expect, test } from 'vitest';
import { listOf } from './dates.ts';
import { loadLanguage, wordsNow } from '#client/lib/i18n.ts';
import { composerWords } from '#client/features/composer/en.ts';
import { messagesWords } from '#client/features/messages/en.ts';
import { roomsWords } from '#client/features/rooms/en.ts';
import { signalsWords } from '#client/features/signals/en.ts';
import { shellWords } from '#client/features/shell/en.ts';
import { isolate, isolating } from './isolate.ts';

const words = wordsNow({
  composer: composerWords,
  messages: messagesWords,
  rooms: roomsWords,
  shell: shellWords,
  signals: signalsWords,
});

const open = '\u2068';
const close = '\u2069';
/** How deep the isolates of a text go at its end, and whether an override is left open there. */
function leftOpen(text: string): { isolates: number; overrides: number } {
  const opened = [...text.matchAll(/[\u2066-\u2068]/gu)].length - [...text.matchAll(/\u2069/gu)].length;
  return { isolates: opened, overrides: [...text.matchAll(/[\u202A-\u202E]/gu)].length };
}

describe('a name inside a sentence', () => {
  test.each(['Ann', '李雷', 'Иван', '', 'p7', '👍'])('%j cannot turn anything and stays as it is', (name) => {
    expect(isolate(name)).toBe(name);
  });

  test.each([
    ['דוד', `${open}דוד${close}`],
    ['محمد 2', `${open}محمد 2${close}`],
    ['Ann\u202E', `${open}Ann${close}`],
    ['Ann\u2069\u202E', `${open}Ann${close}`],
    ['Ann\u2067', `${open}Ann\u2067${close}${close}`],
    [`${open}דוד${close}, Bob`, `${open}${open}דוד${close}, Bob${close}`],
  ])('%j is %j', (name, isolated) => {
    expect(isolate(name)).toBe(isolated);
  });

  test.each(['en', 'zh'] as const)(
    'every sentence of %s with a name in it is closed behind the name',
    async (language) => {
      await loadLanguage(language);
      const hostile = 'דוד\u2069\u202E';
      const t = words();
      const sentences = [
        t.signals.typing([hostile]),
        t.signals.typing([hostile, hostile]),
        t.rooms.personJoined(hostile),
        t.rooms.personRemoved(hostile, listOf(language, [hostile, 'Ann'])),
        t.rooms.roomRenamed('Ann', hostile, hostile),
        t.composer.placeholder(hostile),
        t.rooms.leaveQuestion(hostile),
        t.shell.workspaceMenu(hostile),
      ];
      for (const sentence of sentences) {
        expect(sentence).toContain(`${open}דוד${close}`);
        expect(leftOpen(sentence)).toEqual({ isolates: 0, overrides: 0 });
      }
      await loadLanguage('en');
    },
  );

  test('words keep their identity, so that nothing renders for them', () => {
    const dictionary = isolating({ part: { hello: (name: string) => `hello ${name}` }, list: ['a'] });
    expect(dictionary.part).toBe(dictionary.part);
    expect(dictionary.part.hello).toBe(dictionary.part.hello);
    expect(dictionary.list).toEqual(['a']);
  });
});
