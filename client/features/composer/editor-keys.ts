import { isComposing, isKey, isPlainKey, type KeyCombination } from '#client/ui/keys.ts';
import { listboxKey } from '#client/ui/listbox-keys.ts';
import type { KeyboardEvent } from 'react';
import type { Format } from './formatting.ts';
import { formatSelection, redo, undo } from './text-commands.ts';
import type { TextEditor } from './use-text-editor.ts';

export interface EditorKeys {
  enterSends: boolean;
  onSubmit: () => void;
  onEscape?: (() => void) | undefined;
  /** Arrow up while the box is empty. */
  onArrowUp?: (() => void) | undefined;
}

const formatKeys: readonly (KeyCombination & { kind: Format })[] = [
  { key: 'b', mod: true, kind: 'bold' },
  { key: 'i', mod: true, kind: 'italic' },
  { key: 'x', mod: true, shift: true, kind: 'strike' },
  { key: 'c', mod: true, shift: true, kind: 'code' },
];

/** True when the key was for the suggestions. */
function suggestionKey(event: KeyboardEvent, { autocomplete, choose }: TextEditor): boolean {
  const { suggested, activate, dismiss } = autocomplete;
  if (!suggested) return false;
  const { active, suggestions } = suggested;
  const pressed = listboxKey(event, active, suggestions.length);
  if (pressed === 'choose') choose(active);
  else if (pressed) activate(pressed.active);
  else if (isPlainKey(event, 'Tab')) choose(Math.max(0, active));
  else if (isPlainKey(event, 'Escape')) dismiss();
  else return false;
  return true;
}

const sends = (event: KeyboardEvent, enterSends: boolean): boolean =>
  event.key === 'Enter' && (event.ctrlKey || event.metaKey || (enterSends && isPlainKey(event, 'Enter')));

/** The browser undoes its own edits; those it did not make are undone here, and only while they are the latest. */
function historyKey(event: KeyboardEvent<HTMLTextAreaElement>): boolean {
  if (isKey(event, { key: 'z', mod: true })) return undo(event.currentTarget);
  const again = isKey(event, { key: 'z', mod: true, shift: true }) || isKey(event, { key: 'y', mod: true });
  return again && redo(event.currentTarget);
}

function ownKey(event: KeyboardEvent<HTMLTextAreaElement>, keys: EditorKeys): boolean {
  const kind = formatKeys.find((combination) => isKey(event, combination))?.kind;
  if (kind) void formatSelection(event.currentTarget, kind);
  else if (sends(event, keys.enterSends)) keys.onSubmit();
  else if (event.key === 'Escape' && keys.onEscape) keys.onEscape();
  else if (keys.onArrowUp && event.currentTarget.value === '' && isPlainKey(event, 'ArrowUp')) keys.onArrowUp();
  else return historyKey(event);
  return true;
}

/** A key in the text box: for its suggestions, for sending and cancelling, for formats; the rest is left to the browser. */
export function onEditorKey(event: KeyboardEvent<HTMLTextAreaElement>, editor: TextEditor, keys: EditorKeys): void {
  if (isComposing(event) || (!suggestionKey(event, editor) && !ownKey(event, keys))) return;
  event.preventDefault();
  event.stopPropagation();
}
