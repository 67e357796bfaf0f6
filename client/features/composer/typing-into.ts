import { part } from '#client/lib/load-part.ts';
import type { ClipboardEvent } from 'react';
import type { Format } from './formatting.ts';
import { replaceAtOnce } from './replacement-history.ts';

/**
 * Chromium and WebKit insert by command line by line, in time that grows with the square of the number of lines: 2,000
 * lines take 5 to 20 s.
 */
const maxLinesByCommand = 50;

function hasManyLines(text: string): boolean {
  let lines = 1;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1))
    if (++lines > maxLinesByCommand) return true;
  return false;
}

/** Replaces `[from, to)` of a text box as if it were typed: it can be undone. Fires `input`. */
export function typeInto(area: HTMLTextAreaElement, from: number, to: number, text: string): void {
  area.focus({ preventScroll: true });
  area.setSelectionRange(from, to);
  if (text === '' && from === to) return;
  if (hasManyLines(text)) return replaceAtOnce(area, from, to, text);
  const typed = text === '' ? document.execCommand?.('delete') : document.execCommand?.('insertText', false, text);
  if (!typed) replaceAtOnce(area, from, to, text);
}

/** Types at the caret, in place of what is selected. */
export const typeAtCaret = (area: HTMLTextAreaElement, text: string): void =>
  typeInto(area, area.selectionStart, area.selectionEnd, text);

const loadFormatting = part(() => import('./formatting.ts'));

/** Puts in a text of many lines at once; any other paste is left to the browser. */
export function onLongPaste(event: ClipboardEvent<HTMLTextAreaElement>): void {
  const text = event.clipboardData.getData('text/plain').replaceAll(/\r\n?/gu, '\n');
  if (!hasManyLines(text)) return;
  event.preventDefault();
  typeAtCaret(event.currentTarget, text);
}

/** Makes the selection bold, a list and so on; nothing if somebody went on writing before that part was loaded. */
export async function formatSelection(area: HTMLTextAreaElement, kind: Format): Promise<void> {
  const { value } = area;
  const { format } = await loadFormatting();
  if (area.value !== value) return;
  const { from, to, insert, start, end } = format(kind, area.value, area.selectionStart, area.selectionEnd);
  typeInto(area, from, to, insert);
  area.setSelectionRange(start, end);
}

export { redo, undo } from './replacement-history.ts';
