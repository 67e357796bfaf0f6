import { lazyOnIdle } from '#client/lib/lazy-parts.ts';
import { optionId } from '#client/ui/option-id.ts';
import { useEffect, useId, useImperativeHandle, useRef, type Ref } from 'react';
import type { Format } from './formatting.ts';
import { Mirror, textLayout } from './Mirror.tsx';
import { formatSelection, onPaste, typeAtCaret } from './text-commands.ts';
import { onEditorKey, type EditorKeys } from './editor-keys.ts';
import { useTextEditor, type TextEditor, type TextEditorOptions } from './use-text-editor.ts';

const SuggestionMenu = lazyOnIdle(() => import('./SuggestionMenu.tsx'));

export interface TextEditorHandle {
  focus: () => void;
  format: (kind: Format) => void;
  /** Types at the caret. */
  insert: (text: string) => void;
}

export interface TextEditorBoxProps extends TextEditorOptions, EditorKeys {
  label: string;
  placeholder?: string;
  /** Sets the caret at the end and takes the focus when mounted. */
  autoFocus?: boolean;
  invalid?: boolean;
  describedBy?: string | undefined;
  ref?: Ref<TextEditorHandle>;
}

function useHandle(ref: Ref<TextEditorHandle> | undefined, { area }: TextEditor, autoFocus: boolean): void {
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
export function TextEditorBox(props: TextEditorBoxProps) {
  const { draft, label, placeholder, enterSends, autoFocus = false, invalid, describedBy } = props;
  const editor = useTextEditor(props);
  const { suggested, close, activate } = editor.autocomplete;
  const box = useRef<HTMLDivElement>(null);
  const listId = useId();
  useHandle(props.ref, editor, autoFocus);
  return (
    <div ref={box} className="grid max-h-[38dvh] min-w-0 flex-1 grid-cols-[minmax(0,1fr)] overflow-y-auto">
      <Mirror text={draft.text} mentions={editor.mentions} />
      <textarea
        ref={editor.area}
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
        onChange={(event) => editor.onInput(event.target)}
        onSelect={() => suggested && editor.look()}
        onKeyDown={(event) => onEditorKey(event, editor, props)}
        onPaste={onPaste}
        onBlur={close}
        onCompositionStart={() => editor.onComposition(true)}
        onCompositionEnd={() => editor.onComposition(false)}
        className={`${textLayout} size-full resize-none overflow-hidden bg-transparent text-ink placeholder:text-faint placeholder:opacity-100 focus-visible:outline-none`}
      />
      {suggested && (
        <SuggestionMenu id={listId} suggested={suggested} anchor={box} onActivate={activate} onChoose={editor.choose} />
      )}
    </div>
  );
}
