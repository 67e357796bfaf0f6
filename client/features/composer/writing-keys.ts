import type { KeyboardEvent } from 'react';
import type { Format } from './formatting.ts';
import { formatSelection } from './typing-into.ts';
import type { Writing } from './writing.ts';

export interface WritingKeys {
  enterSends: boolean;
  onSubmit: () => void;
  onEscape?: (() => void) | undefined;
  /** Arrow up while the box is empty. */
  onArrowUp?: (() => void) | undefined;
}

/** The key belongs to an input method that is composing a character; some browsers tell only by the code 229. */
const isComposing = (event: KeyboardEvent): boolean => event.nativeEvent.isComposing || event.keyCode === 229;
const formatKeys: Readonly<Record<string, Format>> = { b: 'bold', i: 'italic', X: 'strike', C: 'code' };

/** True when the key was for the suggestions. */
function completionKey(event: KeyboardEvent, { completing, choose }: Writing): boolean {
  const { completion, move, dismiss } = completing;
  if (!completion || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return false;
  const acts: Record<string, () => void> = {
    ArrowDown: () => move(1),
    ArrowUp: () => move(-1),
    Enter: () => choose(completion.active),
    Tab: () => choose(completion.active),
    Escape: dismiss,
  };
  acts[event.key]?.();
  return event.key in acts;
}

function ownKey(event: KeyboardEvent<HTMLTextAreaElement>, keys: WritingKeys): boolean {
  const { key, shiftKey, altKey, currentTarget } = event;
  const command = event.ctrlKey || event.metaKey;
  const kind = command ? formatKeys[key] : undefined;
  if (kind) void formatSelection(currentTarget, kind);
  else if (key === 'Enter' && (command || (keys.enterSends && !shiftKey && !altKey))) keys.onSubmit();
  else if (key === 'Escape' && keys.onEscape) keys.onEscape();
  else if (key === 'ArrowUp' && keys.onArrowUp && currentTarget.value === '' && !command && !shiftKey && !altKey)
    keys.onArrowUp();
  else return false;
  return true;
}

/** A key in the text box: for its suggestions, for sending and cancelling, for formats; the rest is left to the browser. */
export function onWritingKey(event: KeyboardEvent<HTMLTextAreaElement>, writing: Writing, keys: WritingKeys): void {
  if (isComposing(event) || (!completionKey(event, writing) && !ownKey(event, keys))) return;
  event.preventDefault();
  event.stopPropagation();
}
