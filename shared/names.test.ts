import { describe, expect, test } from 'vitest';
import { nameKey, roomNamePattern, storedNameKeys, userNamePattern } from './limits.ts';
import { hasMixedWord, isMixedScript } from './scripts.ts';

describe('the key of a name', () => {
  test.each([
    ['ＡＮＮ', 'ann'],
    ['É', 'E\u0301'],
    ['bob\uFE0F', 'bob'],
    ['b\u034Fob', 'bob'],
    ['bo\u200Bb', 'bob'],
    ['e\u034F\u0301va', 'éva'],
    ['here\uFE0F', 'here'],
    ['می\u200Cنا', 'مینا'],
    ['STRASSE', 'straße'],
    ['ΓΙΏΡΓΟΣ', 'γιώργοσ'],
    ['ǰan', 'J\u030Can'],
  ])('of %j is that of %j', (one, other) => {
    expect(nameKey(one)).toBe(nameKey(other));
    expect(nameKey(nameKey(one))).toBe(nameKey(one));
  });

  test.each(['ann', 'Jean-Luc.P_1', '李雷', 'Ünal', '한글', 'Γιώργος', 'Иван', 'İpek', 'kız', 'ＡＮＮ'])(
    'of %s is the one that older versions stored',
    (name) => {
      expect(nameKey(name)).toBe(name.normalize('NFKC').toLowerCase());
      expect(storedNameKeys(name)).toEqual([nameKey(name), nameKey(name)]);
    },
  );
});

describe('a name in letters that look alike', () => {
  test.each(['bоb', 'аnn', 'pаypal', 'ΑBC', 'αbc', 'Ιvan', 'иvan', '李иван', 'сс한', 'ひ한', 'annक'])(
    '%s mixes scripts that no language mixes',
    (name) => {
      expect(isMixedScript(name)).toBe(true);
      expect(hasMixedWord(`Dr ${name}`)).toBe(true);
    },
  );

  const single = 'bob Иван Γιώργος דוד محمد می\u200Cنا สมชาย राम Արամ bob_1-2.3 e\u0301 42 👍 𐌰𐌱 コーヒー';
  const together = '李雷bob 田中ひろしABC 김bob金 ㄅㄆ李bob';
  test.each(`${single} ${together}`.split(' '))('%s is of one language', (name) => {
    expect(isMixedScript(name)).toBe(false);
  });

  test('words of different scripts may stand beside each other', () => {
    expect(hasMixedWord('Иван (dev)')).toBe(false);
    expect(hasMixedWord('Отдел QA')).toBe(false);
  });
});

describe('names', () => {
  const england = '🏴\u{E0067}\u{E0062}\u{E0065}\u{E006E}\u{E0067}\u{E007F}';

  test.each(['李雷', 'o.brien', 'x_1-2', 'Ünal', '한글', 'می\u200Cنا', 'क्\u200Dष'])('%s may be a person’s', (name) => {
    expect(name).toMatch(userNamePattern);
  });

  test.each(['', '.ann', 'a b', '@ann', 'a#b', 'a\nb', '👍'])('%j may not', (name) => {
    expect(name).not.toMatch(userNamePattern);
  });

  test.each(['bob\uFE0F', 'b\u034Fb', '\u3164\u3164', 'b\u200Cb', 'می\u200C'])(
    '%j, with what is not seen, may not',
    (name) => {
      expect(name).not.toMatch(userNamePattern);
    },
  );

  test.each(['general', 'Tea & cake', '产品 设计', 'a', '👍', 'گفت\u200Cوگو', '👩\u200D💻', england])(
    '%s may be a room’s',
    (name) => {
      expect(name).toMatch(roomNamePattern);
    },
  );

  test.each(['', ' a', 'a ', '#a', 'a@b', 'a\tb', '\u200E', 'a\u202Eb', 'a\nb', 'b\u00A0'])(
    '%j may not be a room’s',
    (name) => {
      expect(name).not.toMatch(roomNamePattern);
    },
  );
});
