import { whenIdle } from '#client/lib/idle.ts';
import { part } from '#client/lib/load-part.ts';
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import type { Suggestion } from './completion.ts';
import { tokenAt, type Token } from './token.ts';
import type { Addressable } from './written.ts';

const loadSuggestions = part(() => import('./completion.ts'));
whenIdle(loadSuggestions);

/** What is suggested right now, for which word, and which line Enter would take. */
export interface Completion {
  token: Token;
  suggestions: readonly Suggestion[];
  active: number;
}

/** Suggestions for the word at the caret. `refresh` after every change of text or caret; `close` keeps them away for that word. */
export function useCompletion(addressable: Addressable) {
  const [completion, setCompletion] = useState<Completion | null>(null);
  const wanted = useRef(0);
  const dismissedAt = useRef<number | null>(null);
  const last = useRef<{ text: string; caret: number } | null>(null);

  const close = () => {
    wanted.current++;
    last.current = null;
    setCompletion(null);
  };
  const refresh = async (text: string, caret: number) => {
    const token = tokenAt(text, caret);
    if (token?.start !== dismissedAt.current) dismissedAt.current = null;
    if (!token || dismissedAt.current !== null) return close();
    last.current = { text, caret };
    const turn = ++wanted.current;
    const suggestions = await loadSuggestions()
      .then(({ suggestionsFor }) => suggestionsFor(token, addressable))
      .catch((): Suggestion[] => []);
    if (turn !== wanted.current) return; // Something newer was typed meanwhile.
    setCompletion((before) => {
      if (suggestions.length === 0) return null;
      const kept = before?.token.start === token.start && before.token.end === token.end ? before.active : 0;
      return { token, suggestions, active: Math.min(kept, suggestions.length - 1) };
    });
  };
  const again = useEffectEvent(() => last.current && void refresh(last.current.text, last.current.caret));
  // Who can be addressed may be known only after somebody began to write.
  useEffect(() => void again(), [addressable]);
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
