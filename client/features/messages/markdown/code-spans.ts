/** `` `code` `` in the words of a paragraph; `start` and `end` include the backticks, which are `fence` long. */
export interface CodeSpan {
  start: number;
  end: number;
  fence: number;
}

/**
 * The code of a paragraph, in order: from a run of backticks to the next of the same length. One after a backslash opens
 * none. Code binds before all else, so nothing but the backticks decides.
 */
export function codeSpans(words: string): CodeSpan[] {
  const runs = [...words.matchAll(/`+/gu)].map(({ 0: run, index }) => ({ start: index, length: run.length }));
  const nextOfLength = new Map<number, number>();
  const partners = Array.from<number | undefined>({ length: runs.length });
  for (let index = runs.length - 1; index >= 0; index--) {
    const length = runs[index]?.length ?? 0;
    partners[index] = nextOfLength.get(length);
    nextOfLength.set(length, index);
  }
  const spans: CodeSpan[] = [];
  for (let index = 0; index < runs.length; index++) {
    const partner = partners[index];
    const [open, close] = [runs[index], partner === undefined ? undefined : runs[partner]];
    if (partner === undefined || !open || !close || words[open.start - 1] === '\\') continue;
    if (words.slice(open.start + open.length, close.start).trim() === '') continue;
    spans.push({ start: open.start, end: close.start + close.length, fence: open.length });
    index = partner;
  }
  return spans;
}
