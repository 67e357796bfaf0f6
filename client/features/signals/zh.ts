import type { WordsOf } from '#client/lib/i18n.ts';
import type { signalsWords } from './en.ts';

export const zh = {
  typing: (names: readonly string[]) => {
    const [first = '', second = ''] = names;
    if (names.length > 2) return '好几个人正在输入…';
    return names.length === 2 ? `${first}和${second}正在输入…` : `${first}正在输入…`;
  },
} satisfies WordsOf<typeof signalsWords>;
