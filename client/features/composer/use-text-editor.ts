import { useRef } from 'react';
import { useAutocomplete } from './use-autocomplete.ts';
import { edited } from './mention-ranges.ts';
import { useMentions } from './text-parts.ts';
import type { MentionCandidates, Draft } from './draft.ts';

export interface TextEditorOptions {
  draft: Draft;
  onChange: (draft: Draft) => void;
  candidates: MentionCandidates;
}

/** A text box at work: its text with the mentions in it, and the suggestions for the word at the caret. */
export function useTextEditor({ draft, onChange, candidates }: TextEditorOptions) {
  const area = useRef<HTMLTextAreaElement>(null);
  const composing = useRef(false);
  // One keystroke can change the text twice before the next render: typed, then known as a mention.
  const latest = useRef(draft);
  latest.current = draft;
  const autocomplete = useAutocomplete(candidates);
  const mentions = useMentions(draft, candidates);

  const change = (next: Draft) => {
    latest.current = next;
    onChange(next);
  };
  const look = () => {
    const { current } = area;
    if (!current || composing.current) return;
    const { value, selectionStart, selectionEnd } = current;
    const chosen = latest.current.mentions.map(({ start }) => start);
    if (selectionStart === selectionEnd) void autocomplete.refresh(value, selectionEnd, chosen);
    else autocomplete.close();
  };
  const choose = (index: number) => {
    const { suggested, close } = autocomplete;
    const suggestion = suggested?.suggestions[index];
    if (!area.current || !suggested || !suggestion) return;
    change(suggested.write(area.current, suggested.token, suggestion, () => latest.current));
    close();
  };
  const onInput = (element: HTMLTextAreaElement) => {
    change(edited(latest.current, element.value, element.selectionEnd));
    look();
  };
  const onComposition = (under: boolean) => {
    composing.current = under;
    if (under) autocomplete.close();
    else look();
  };
  return { area, mentions, autocomplete, choose, look, onInput, onComposition };
}

export type TextEditor = ReturnType<typeof useTextEditor>;
