import { whenIdle } from '#client/lib/idle.ts';
import { part } from '#client/lib/load-part.ts';
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import type { writeSuggestion } from './suggestions.ts';
import type { Suggestion } from './suggestion.ts';
import { tokenAt, type Token } from './token.ts';
import type { MentionCandidates } from './draft.ts';

const loadSuggestions = part(() => import('./suggestions.ts'));
whenIdle(loadSuggestions);

/** What is suggested right now, for which word, and which line Enter takes: -1 where it takes none. */
export interface Autocomplete {
  token: Token;
  suggestions: readonly Suggestion[];
  active: number;
  write: typeof writeSuggestion;
}

async function suggest(token: Token, candidates: MentionCandidates) {
  const { suggestionsFor, writeSuggestion: write } = await loadSuggestions();
  return { ...(await suggestionsFor(token, candidates)), write };
}

/** Suggestions for the word at the caret. `refresh` after every change of text or caret; `dismiss` keeps them away for that word. */
export function useAutocomplete(candidates: MentionCandidates) {
  const [suggested, setSuggested] = useState<Autocomplete | null>(null);
  const wanted = useRef(0);
  const dismissedAt = useRef<number | null>(null);
  const last = useRef<{ text: string; caret: number; chosen: readonly number[] } | null>(null);

  const close = () => {
    wanted.current++;
    last.current = null;
    setSuggested(null);
  };
  /** `chosen` are the starts of words that were chosen from suggestions before. */
  const refresh = async (text: string, caret: number, chosen: readonly number[]) => {
    const token = tokenAt(text, caret);
    if (token?.start !== dismissedAt.current) dismissedAt.current = null;
    if (!token || dismissedAt.current !== null || chosen.includes(token.start)) return close();
    last.current = { text, caret, chosen };
    const turn = ++wanted.current;
    const found = await suggest(token, candidates).catch(() => null);
    if (turn !== wanted.current) return; // Something newer was typed meanwhile.
    setSuggested((before) => {
      if (!found || found.suggestions.length === 0) return null;
      const same = before?.token.start === token.start && before.token.end === token.end;
      const active = same ? before.active : found.preselected ? 0 : -1;
      return { ...found, token, active: Math.min(active, found.suggestions.length - 1) };
    });
  };
  const again = useEffectEvent(
    () => last.current && void refresh(last.current.text, last.current.caret, last.current.chosen),
  );
  // Who can be addressed may be known only after somebody began to write.
  useEffect(() => void again(), [candidates]);
  return {
    suggested,
    refresh,
    close,
    /** Esc: not again for the same word. */
    dismiss: () => {
      dismissedAt.current = suggested?.token.start ?? null;
      close();
    },
    activate: (active: number) => setSuggested((current) => current && { ...current, active }),
  };
}
