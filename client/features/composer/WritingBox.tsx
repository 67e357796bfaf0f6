import { lazyOnIdle } from '#client/lib/lazy-parts.ts';
import { optionId } from '#client/ui/option-id.ts';
import { useEffect, useId, useImperativeHandle, useRef, type Ref } from 'react';
import type { Format } from './formatting.ts';
import { Mirror, textLayout } from './Mirror.tsx';
import { formatSelection, onPaste, typeAtCaret } from './text-commands.ts';
import { onWritingKey, type WritingKeys } from './writing-keys.ts';
import { useWriting, type Writing, type WritingOptions } from './writing.ts';

const SuggestionMenu = lazyOnIdle(() => import('./SuggestionMenu.tsx'));

export interface WritingBoxHandle {
  focus: () => void;
  format: (kind: Format) => void;
  /** Types at the caret. */
  insert: (text: string) => void;
}

export interface WritingBoxProps extends WritingOptions, WritingKeys {
  label: string;
  placeholder?: string;
  /** Sets the caret at the end and takes the focus when mounted. */
  autoFocus?: boolean;
  invalid?: boolean;
  describedBy?: string | undefined;
  ref?: Ref<WritingBoxHandle>;
}

function useHandle(ref: Ref<WritingBoxHandle> | undefined, { area }: Writing, autoFocus: boolean): void {
  useImperativeHandle(
    ref,
    () => ({
      focus: () => area.current?.focus(),
      format: (kind) => area.current && void formatSelection(area.current, kind),
      insert: (text) => area.current && void typeAtCaret(area.current, text),
    }),
    [area],
  );
  useEffect(() => {
    if (!autoFocus || !area.current) return;
    area.current.focus({ preventScroll: true });
    area.current.setSelectionRange(area.current.value.length, area.current.value.length);
  }, [autoFocus, area]);
}

/** A text box that grows with its text, shows mentions as such and suggests people, rooms and emoji. */
export function WritingBox(props: WritingBoxProps) {
  const { draft, label, placeholder, enterSends, autoFocus = false, invalid, describedBy } = props;
  const writing = useWriting(props);
  const { suggested, close, activate } = writing.autocomplete;
  const box = useRef<HTMLDivElement>(null);
  const listId = useId();
  useHandle(props.ref, writing, autoFocus);
  return (
    <div ref={box} className="grid max-h-[38dvh] min-w-0 flex-1 grid-cols-[minmax(0,1fr)] overflow-y-auto">
      <Mirror text={draft.text} mentions={writing.mentions} />
      <textarea
        ref={writing.area}
        rows={1}
        dir="auto"
        value={draft.text}
        aria-label={label}
        placeholder={placeholder}
        aria-autocomplete="list"
        aria-haspopup="listbox"
        aria-controls={suggested ? listId : undefined}
        aria-activedescendant={suggested && suggested.active >= 0 ? optionId(listId, suggested.active) : undefined}
        aria-invalid={invalid || undefined}
        aria-describedby={describedBy}
        enterKeyHint={enterSends ? 'send' : 'enter'}
        autoComplete="off"
        onChange={(event) => writing.onInput(event.target)}
        onSelect={() => suggested && writing.look()}
        onKeyDown={(event) => onWritingKey(event, writing, props)}
        onPaste={onPaste}
        onBlur={close}
        onCompositionStart={() => writing.onComposition(true)}
        onCompositionEnd={() => writing.onComposition(false)}
        className={`${textLayout} size-full resize-none overflow-hidden bg-transparent text-ink placeholder:text-faint placeholder:opacity-100 focus-visible:outline-none`}
      />
      {suggested && (
        <SuggestionMenu
          id={listId}
          suggested={suggested}
          anchor={box}
          onActivate={activate}
          onChoose={writing.choose}
        />
      )}
    </div>
  );
}
