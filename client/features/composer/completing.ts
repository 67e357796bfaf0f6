import { currentLanguage } from '#client/lib/i18n.ts';
import { loadPinyin } from '#client/lib/matching.ts';
import { useRef, useState } from 'react';
import { suggestPeople, suggestRooms, tokenAt, type Suggestion, type Token } from './completion.ts';
import type { Addressable } from './written.ts';

const mostEmoji = 8;

/** What is suggested right now, for which word, and which line Enter would take. */
export interface Completion {
  token: Token;
  suggestions: readonly Suggestion[];
  active: number;
}

async function suggestEmoji(query: string): Promise<Suggestion[]> {
  const { emojiGroups, findEmoji } = await import('#client/features/reactions/emoji/emoji.ts');
  const found = findEmoji(await emojiGroups(currentLanguage()), query, mostEmoji);
  return found.map(({ emoji, shortcodes, label }) => ({
    kind: 'emoji',
    key: emoji,
    emoji,
    shortcode: shortcodes[0] ?? label,
    insert: emoji,
  }));
}

async function suggestionsFor(token: Token, addressable: Addressable): Promise<Suggestion[]> {
  if (token.trigger === ':') return suggestEmoji(token.query);
  await loadPinyin();
  return token.trigger === '@' ? suggestPeople(token.query, addressable) : suggestRooms(token.query, addressable);
}

/** Suggestions for the word at the caret. `refresh` after every change of text or caret; `close` keeps them away for that word. */
export function useCompletion(addressable: Addressable) {
  const [completion, setCompletion] = useState<Completion | null>(null);
  const wanted = useRef(0);
  const dismissedAt = useRef<number | null>(null);

  const close = () => {
    wanted.current++;
    setCompletion(null);
  };
  const refresh = async (text: string, caret: number) => {
    const token = tokenAt(text, caret);
    if (token?.start !== dismissedAt.current) dismissedAt.current = null;
    if (!token || dismissedAt.current !== null) return close();
    const turn = ++wanted.current;
    const suggestions = await suggestionsFor(token, addressable).catch((): Suggestion[] => []);
    if (turn !== wanted.current) return; // Something newer was typed meanwhile.
    setCompletion(suggestions.length > 0 ? { token, suggestions, active: 0 } : null);
  };
  return {
    completion,
    refresh,
    close,
    /** Esc: not again for the same word. */
    dismiss: () => {
      dismissedAt.current = completion?.token.start ?? null;
      close();
    },
    activate: (active: number) => setCompletion((current) => current && { ...current, active }),
    move: (step: number) =>
      setCompletion((current) => {
        if (!current) return null;
        const { length } = current.suggestions;
        return { ...current, active: (current.active + step + length) % length };
      }),
  };
}
