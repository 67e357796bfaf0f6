interface Moment {
  text: string;
  start: number;
  end: number;
}
interface History {
  undo: { before: Moment; after: Moment }[];
  redo: { before: Moment; after: Moment }[];
}

const maxSteps = 20;
const histories = new WeakMap<HTMLTextAreaElement, History>();

const momentOf = ({ value, selectionStart, selectionEnd }: HTMLTextAreaElement): Moment => ({
  text: value,
  start: selectionStart,
  end: selectionEnd,
});

function restore(area: HTMLTextAreaElement, { text, start, end }: Moment): void {
  area.setRangeText(text, 0, area.value.length);
  area.setSelectionRange(start, end);
  area.dispatchEvent(new Event('input', { bubbles: true }));
}

/** Replaces `[from, to)` past the browser's own history, and remembers the step. Fires `input`. */
export function replaceAtOnce(area: HTMLTextAreaElement, from: number, to: number, text: string): void {
  const before = momentOf(area);
  area.setRangeText(text, from, to, 'end');
  const history = histories.get(area) ?? { undo: [], redo: [] };
  history.undo = [...history.undo, { before, after: momentOf(area) }].slice(-maxSteps);
  history.redo = [];
  histories.set(area, history);
  area.dispatchEvent(new Event('input', { bubbles: true }));
}

/** Takes the last such replacement back, while nothing else was changed since. False when there is none. */
export function undo(area: HTMLTextAreaElement): boolean {
  const history = histories.get(area);
  const step = history?.undo.at(-1);
  if (!history || step?.after.text !== area.value) return false;
  history.undo.pop();
  history.redo.push(step);
  restore(area, step.before);
  return true;
}

/** Makes again what `undo` took back. */
export function redo(area: HTMLTextAreaElement): boolean {
  const history = histories.get(area);
  const step = history?.redo.at(-1);
  if (!history || step?.before.text !== area.value) return false;
  history.redo.pop();
  history.undo.push(step);
  restore(area, step.after);
  return true;
}
