import { whenIdle } from '#client/lib/idle.ts';
import type { ClipboardEvent } from 'react';
import type { Format } from './formatting.ts';
import { onDemand } from '#client/lib/on-demand.ts';

const commands = onDemand(() => import('./typing-into.ts'));
whenIdle(commands.load);

/** Makes the selection bold, a list and so on. */
export async function formatSelection(area: HTMLTextAreaElement, kind: Format): Promise<void> {
  await commands.load();
  await commands.get()?.formatSelection(area, kind);
}

/** Types at the caret, in place of what is selected. */
export async function typeAtCaret(area: HTMLTextAreaElement, text: string): Promise<void> {
  await commands.load();
  commands.get()?.typeAtCaret(area, text);
}

/** Puts in a text of many lines at once; any other paste is left to the browser. */
export const onPaste = (event: ClipboardEvent<HTMLTextAreaElement>): void => commands.get()?.onLongPaste(event);

/** Takes the last replacement back that the browser did not make, or makes it again. False when there is none. */
export const undo = (area: HTMLTextAreaElement): boolean => commands.get()?.undo(area) ?? false;
export const redo = (area: HTMLTextAreaElement): boolean => commands.get()?.redo(area) ?? false;
