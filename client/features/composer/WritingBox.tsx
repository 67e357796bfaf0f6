import { optionId } from '#client/ui/Listbox.tsx';
import { useEffect, useId, useImperativeHandle, useMemo, useRef, type KeyboardEvent, type Ref } from 'react';
import { useCompletion } from './completing.ts';
import { mentionAt } from './completion.ts';
import { format, type Format } from './formatting.ts';
import { edited, mentionsIn, withMention, type Names } from './mention-ranges.ts';
import { Mirror, textLayout } from './Mirror.tsx';
import { SuggestionMenu } from './SuggestionMenu.tsx';
import { isComposing, typeInto } from './typing-into.ts';
import type { Addressable, Written } from './written.ts';

export interface WritingBoxHandle {
  focus: () => void;
  format: (kind: Format) => void;
  /** Types at the caret. */
  insert: (text: string) => void;
}

export interface WritingBoxProps {
  written: Written;
  onChange: (written: Written) => void;
  addressable: Addressable;
  names: Names;
  label: string;
  placeholder?: string;
  enterSends: boolean;
  onSubmit: () => void;
  onEscape?: () => void;
  /** Arrow up while the box is empty. */
  onArrowUp?: () => void;
  onBlur?: () => void;
  /** Sets the caret at the end and takes the focus when mounted. */
  autoFocus?: boolean;
  invalid?: boolean;
  describedBy?: string | undefined;
  ref?: Ref<WritingBoxHandle>;
}

const formatKeys: Readonly<Record<string, Format>> = { b: 'bold', i: 'italic', X: 'strike', C: 'code' };

/** A text box that grows with its text, shows mentions as such and suggests people, rooms and emoji. */
export function WritingBox(props: WritingBoxProps) {
  const { written, onChange, addressable, names, label, placeholder, enterSends, autoFocus, invalid, describedBy } = props;
  const area = useRef<HTMLTextAreaElement>(null);
  const box = useRef<HTMLDivElement>(null);
  const latest = useRef(written);
  latest.current = written;
  const { completion, refresh, close, dismiss, activate, move } = useCompletion(addressable);
  const composing = useRef(false);
  const listId = useId();
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
    if (selectionStart === selectionEnd && !chosen) void refresh(value, selectionEnd);
    else close();
  };
  const choose = (index: number) => {
    const suggestion = completion?.suggestions[index];
    if (!area.current || !completion || !suggestion) return;
    const { start, end } = completion.token;
    const space = area.current.value[end] === ' ' ? '' : ' ';
    close();
    typeInto(area.current, start, end, suggestion.insert + space);
    if (space === '') area.current.setSelectionRange(start + suggestion.insert.length + 1, start + suggestion.insert.length + 1);
    const mention = mentionAt(suggestion, start);
    if (mention) change(withMention(latest.current, mention));
    close();
  };
  const applyFormat = (kind: Format) => {
    if (!area.current) return;
    const { value, selectionStart, selectionEnd } = area.current;
    const { from, to, insert, start, end } = format(kind, value, selectionStart, selectionEnd);
    typeInto(area.current, from, to, insert);
    area.current.setSelectionRange(start, end);
  };
  useImperativeHandle(props.ref, () => ({
    focus: () => area.current?.focus(),
    format: applyFormat,
    insert: (text) => area.current && typeInto(area.current, area.current.selectionStart, area.current.selectionEnd, text),
  }));
  useEffect(() => {
    if (!autoFocus || !area.current) return;
    area.current.focus({ preventScroll: true });
    area.current.setSelectionRange(area.current.value.length, area.current.value.length);
  }, [autoFocus]);

  /** True when the key was for the suggestions. */
  const completionKey = (event: KeyboardEvent): boolean => {
    if (!completion || event.ctrlKey || event.metaKey || event.altKey) return false;
    const keys: Record<string, () => void> = {
      ArrowDown: () => move(1),
      ArrowUp: () => move(-1),
      Enter: () => choose(completion.active),
      Tab: () => choose(completion.active),
      Escape: dismiss,
    };
    const act = event.shiftKey ? undefined : keys[event.key];
    act?.();
    return act !== undefined;
  };
  const ownKey = (event: KeyboardEvent): boolean => {
    const command = event.ctrlKey || event.metaKey;
    const kind = command ? formatKeys[event.key] : undefined;
    if (kind) applyFormat(kind);
    else if (event.key === 'Enter' && (command || (enterSends && !event.shiftKey && !event.altKey))) props.onSubmit();
    else if (event.key === 'Escape' && props.onEscape) props.onEscape();
    else if (event.key === 'ArrowUp' && props.onArrowUp && written.text === '' && !event.shiftKey && !command && !event.altKey) props.onArrowUp();
    else return false;
    return true;
  };
  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (isComposing(event) || (!completionKey(event) && !ownKey(event))) return;
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    <div ref={box} className="grid max-h-[38dvh] min-w-0 flex-1 grid-cols-[minmax(0,1fr)] overflow-y-auto">
      <Mirror text={written.text} mentions={mentions} />
      <textarea
        ref={area}
        rows={1}
        value={written.text}
        aria-label={label}
        placeholder={placeholder}
        aria-autocomplete="list"
        aria-haspopup="listbox"
        aria-controls={completion ? listId : undefined}
        aria-activedescendant={completion ? optionId(listId, completion.active) : undefined}
        aria-invalid={invalid || undefined}
        aria-describedby={describedBy}
        enterKeyHint={enterSends ? 'send' : 'enter'}
        autoComplete="off"
        onChange={(event) => {
          change(edited(latest.current, event.target.value, event.target.selectionEnd));
          look();
        }}
        onSelect={() => completion && look()}
        onKeyDown={onKeyDown}
        onBlur={() => {
          close();
          props.onBlur?.();
        }}
        onCompositionStart={() => {
          composing.current = true;
          close();
        }}
        onCompositionEnd={() => {
          composing.current = false;
          look();
        }}
        className={`${textLayout} size-full resize-none overflow-hidden bg-transparent text-ink placeholder:text-faint placeholder:opacity-100 focus-visible:outline-none`}
      />
      {completion && <SuggestionMenu id={listId} completion={completion} anchor={box} onActivate={activate} onChoose={choose} />}
    </div>
  );
}
