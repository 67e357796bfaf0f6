import { someUser } from '#client/testing/users.ts';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { edited, withMention } from './mention-ranges.ts';
import { verbatimIn } from './mention-reader.ts';
import { mentionsIn, namesOf } from './typed-mentions.ts';
import type { MentionCandidates, Draft } from './draft.ts';

const person = (name: string) => someUser(`id-${name}`, { name, displayName: name });
const room: MentionCandidates = {
  me: 'me',
  members: ['ann', 'anna', 'ann.lee', '小明', '王小明', 'می\u200Cنا\u200Cجان\u200Cام'].map(person),
  others: [person('zoe')],
  rooms: [],
  memberCount: 5,
  mayNotifyRoom: true,
  onAddPeople: null,
};
const names = namesOf(room);
const covered = ({ text, mentions }: Draft) => mentions.map((mention) => text.slice(mention.start, mention.end));
const found = (text: string) =>
  covered({ text, mentions: mentionsIn({ text, mentions: [] }, names, verbatimIn(text)) });

describe('what was chosen stays a mention while one writes on', () => {
  const hi: Draft = { text: 'hi @ann ok', mentions: [{ kind: 'user', userId: 'id-ann', start: 3, end: 7 }] };

  test('text before it moves it', () => {
    expect(covered(edited(hi, 'oh hi @ann ok', 3))).toEqual(['@ann']);
    expect(covered(edited(hi, '@ann ok', 0))).toEqual(['@ann']);
  });

  test('text after it does not', () => {
    expect(edited(hi, 'hi @ann okay', 12).mentions).toEqual(hi.mentions);
  });

  test('a change inside it ends it', () => {
    expect(edited(hi, 'hi @an ok', 6).mentions).toEqual([]);
    expect(edited(hi, 'hi @axnn ok', 6).mentions).toEqual([]);
  });

  test('of equal letters the caret tells which are new', () => {
    const twice: Draft = { text: '@ann', mentions: [{ kind: 'user', userId: 'id-ann', start: 0, end: 4 }] };
    expect(edited(twice, '@@ann', 1).mentions).toEqual([{ kind: 'user', userId: 'id-ann', start: 1, end: 5 }]);
    expect(edited(twice, '@annn', 5).mentions).toEqual(twice.mentions);
  });

  test('whatever is typed, pasted, deleted and undone, each range covers its name', () => {
    const change = fc.record({
      from: fc.nat(30),
      length: fc.nat(6),
      insert: fc.constantFrom('', 'a', 'n', '@', '@ann', ' ', '中文', '\u{1F44D}', '\n', 'ann @ann'),
      choose: fc.constantFrom(null, 'ann', '小明', 'anna'),
      undo: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(change, { maxLength: 30 }), (changes) => {
        let draft: Draft = { text: '', mentions: [] };
        const texts: string[] = [''];
        const nameOf = new Map<string, string>();
        for (const { from, length, insert, choose, undo } of changes) {
          const start = Math.min(from, draft.text.length);
          const insertion = choose ? `@${choose} ` : insert;
          const next = undo
            ? (texts.pop() ?? '')
            : draft.text.slice(0, start) + insertion + draft.text.slice(start + length);
          texts.push(draft.text);
          draft = edited(draft, next, undo ? Math.min(start, next.length) : start + insertion.length);
          if (choose && !undo) {
            nameOf.set(`id-${choose}`, choose);
            draft = withMention(draft, {
              kind: 'user',
              userId: `id-${choose}`,
              start,
              end: start + choose.length + 1,
            });
          }
          let last = 0;
          for (const mention of draft.mentions) {
            if (mention.kind !== 'user') throw new Error('only people were chosen');
            expect(draft.text.slice(mention.start, mention.end)).toBe(`@${nameOf.get(mention.userId)}`);
            expect(mention.start).toBeGreaterThanOrEqual(last);
            last = mention.end;
          }
        }
      }),
      { numRuns: 2_000 },
    );
  });
});

describe('a name typed by hand', () => {
  test('is a mention, the longest name that is meant', () => {
    expect(found('@ann')).toEqual(['@ann']);
    expect(found('hey @anna, @Ann.')).toEqual(['@anna', '@Ann']);
    expect(found('(@ann.lee)')).toEqual(['@ann.lee']);
    expect(found('@zoe')).toEqual(['@zoe']);
  });

  test('stands in Chinese without spaces', () => {
    expect(found('请@小明看一下')).toEqual(['@小明']);
    expect(found('@王小明，@小明')).toEqual(['@王小明', '@小明']);
  });

  test('calls the room where that has a meaning', () => {
    expect(found('@here and @room')).toEqual(['@here', '@room']);
    expect(mentionsIn({ text: '@here', mentions: [] }, namesOf({ ...room, mayNotifyRoom: false }), [])).toEqual([]);
  });

  test.each([
    '_thanks @ann_',
    '**@ann**',
    '***_~@ann~_***',
    '_@ann_',
    '__@ann__',
    '(@ann)',
    '"@ann"',
    '“@ann”',
    '「@ann」',
    "@ann's",
    '@ann’s',
    '@ann,',
    '@ann…',
    '@ann...ok',
    '@ann：',
    '你好@ann谢谢',
    '@annさん',
    '@ann님',
    '@ann-谢谢',
    'ok...@ann',
    '-@ann',
    '@ann/@nobody',
  ])('is one with marks and other scripts around it: %s', (text) => {
    expect(found(text)).toEqual(['@ann']);
  });

  test('is one right after another, and with a full-width sign', () => {
    expect(found('@ann/@anna')).toEqual(['@ann', '@anna']);
    expect(found('@ann@小明')).toEqual(['@ann', '@小明']);
    expect(found('＠ann')).toEqual(['＠ann']);
  });

  test.each([
    'bob@ann',
    'https://x.yz/@ann',
    'https://x.yz/?to=@ann',
    'types/@ann',
    '@annabel',
    '@ann_b',
    '@ann.b',
    '@nobody',
    '@@ann',
  ])('is none in an address or as part of a longer word: %s', (text) => {
    expect(found(text)).toEqual([]);
  });

  test.each([
    '`@ann`',
    '``@ann``',
    '`` ` @ann ``',
    '```\n@ann\n```',
    '~~~\n@ann\n~~~',
    '> ~~~\n> @ann',
    '- `a\n  @ann`',
  ])('is none where it is shown as code: %j', (text) => {
    expect(found(text)).toEqual([]);
    const start = text.indexOf('@');
    const chosen: Draft = { text, mentions: [{ kind: 'user', userId: 'id-ann', start, end: start + 4 }] };
    expect(mentionsIn(chosen, names, verbatimIn(text))).toEqual([]);
  });

  test.each(['use ``` for code @ann', '`@ann', '\\`@ann`', '`a\n\n@ann`', '~~~@ann~~~'])(
    'is one where backticks make no code: %j',
    (text) => {
      expect(found(text)).toEqual(['@ann']);
    },
  );

  test('is looked for in time that grows with the text, not with its square', () => {
    const lookups = (text: string): number => {
      let count = 0;
      const people = new Map(names.people);
      people.get = (key) => {
        count++;
        return names.people.get(key);
      };
      mentionsIn({ text, mentions: [] }, { ...names, people }, verbatimIn(text));
      return count;
    };
    for (const unit of ['@', '@ ', '@a', '`@ann` ', '@ann.', '@你好'])
      expect(lookups(unit.repeat(2_000))).toBeLessThanOrEqual(names.longest * 2_000);
  });
});
