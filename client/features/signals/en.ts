import type { Signal } from '#shared/signals.ts';
import { defineWords } from '#client/lib/i18n.ts';

type Names = readonly string[];

export const signalsWords = defineWords('features/signals', {
  typing: (names: Names) => {
    const [first = '', second = ''] = names;
    if (names.length > 2) return 'Several people are writing…';
    return names.length === 2 ? `${first} and ${second} are writing…` : `${first} is writing…`;
  },
} satisfies Record<Signal, (names: Names) => string>);
