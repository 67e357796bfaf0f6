import { part } from '#client/lib/load-part.ts';
import type { Format } from './formatting.ts';

/**
 * Replaces `[from, to)` of a text box as if it were typed: the browser's undo keeps working, which setting the value would
 * end. Fires `input`.
 */
export function typeInto(area: HTMLTextAreaElement, from: number, to: number, text: string): void {
  area.focus({ preventScroll: true });
  area.setSelectionRange(from, to);
  if (text === '' && from === to) return;
  const typed = text === '' ? document.execCommand?.('delete') : document.execCommand?.('insertText', false, text);
  if (typed) return;
  area.setRangeText(text, from, to, 'end');
  area.dispatchEvent(new Event('input', { bubbles: true }));
}

/** Types at the caret, in place of what is selected. */
export const typeAtCaret = (area: HTMLTextAreaElement, text: string): void =>
  typeInto(area, area.selectionStart, area.selectionEnd, text);

const loadFormatting = part(() => import('./formatting.ts'));

/** Makes the selection bold, a list and so on; nothing if somebody went on writing before that part was loaded. */
export async function formatSelection(area: HTMLTextAreaElement, kind: Format): Promise<void> {
  const { value } = area;
  const { format } = await loadFormatting();
  if (area.value !== value) return;
  const { from, to, insert, start, end } = format(kind, area.value, area.selectionStart, area.selectionEnd);
  typeInto(area, from, to, insert);
  area.setSelectionRange(start, end);
}
