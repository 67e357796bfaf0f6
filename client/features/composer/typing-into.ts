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

/** The key belongs to an input method that is composing a character; some browsers tell only by the code 229. */
export const isComposing = (event: { nativeEvent: KeyboardEvent; keyCode: number }): boolean =>
  event.nativeEvent.isComposing || event.keyCode === 229;
