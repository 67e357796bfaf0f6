import { useMemo, useRef } from 'react';
import { useCompletion } from './completing.ts';
import { edited, mentionsIn, withMention, type Names } from './mention-ranges.ts';
import { typeInto } from './typing-into.ts';
import type { Addressable, Written } from './written.ts';

export interface WritingOptions {
  written: Written;
  onChange: (written: Written) => void;
  addressable: Addressable;
  names: Names;
}

/** A text box at work: its text with the mentions in it, and the suggestions for the word at the caret. */
export function useWriting({ written, onChange, addressable, names }: WritingOptions) {
  const area = useRef<HTMLTextAreaElement>(null);
  const composing = useRef(false);
  // One keystroke can change the text twice before the next render: typed, then known as a mention.
  const latest = useRef(written);
  latest.current = written;
  const completing = useCompletion(addressable);
  const mentions = useMemo(() => mentionsIn(written, names), [written, names]);

  const change = (next: Written) => {
    latest.current = next;
    onChange(next);
  };
  const look = () => {
    const { current } = area;
    if (!current || composing.current) return;
    const { value, selectionStart, selectionEnd } = current;
    const chosen = latest.current.mentions.some((mention) => mention.end === selectionEnd);
    if (selectionStart === selectionEnd && !chosen) void completing.refresh(value, selectionEnd);
    else completing.close();
  };
  const choose = (index: number) => {
    const { completion, close } = completing;
    const suggestion = completion?.suggestions[index];
    if (!area.current || !completion || !suggestion) return;
    const { start, end } = completion.token;
    const spaced = area.current.value[end] === ' ';
    typeInto(area.current, start, end, spaced ? suggestion.insert : `${suggestion.insert} `);
    const caret = start + suggestion.insert.length + 1;
    area.current.setSelectionRange(caret, caret);
    const { mention, insert } = suggestion;
    if (mention) change(withMention(latest.current, { ...mention, start, end: start + insert.length }));
    close();
  };
  const onInput = (element: HTMLTextAreaElement) => {
    change(edited(latest.current, element.value, element.selectionEnd));
    look();
  };
  const onComposition = (under: boolean) => {
    composing.current = under;
    if (under) completing.close();
    else look();
  };
  return { area, mentions, completing, choose, look, onInput, onComposition };
}

export type Writing = ReturnType<typeof useWriting>;
