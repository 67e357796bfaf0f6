export type Format = 'bold' | 'italic' | 'strike' | 'code' | 'quote' | 'bulletList' | 'numberedList' | 'link';

/** Replace `[from, to)` by `insert`, then select `[start, end)`; all in UTF-16 code units. */
export interface Replacement {
  from: number;
  to: number;
  insert: string;
  start: number;
  end: number;
}

const marks = { bold: '**', italic: '*', strike: '~~' } as const;

function wrap(text: string, from: number, to: number, before: string, after: string): Replacement {
  const inner = text.slice(from, to);
  const around = text.slice(from - before.length, from) === before && text.slice(to, to + after.length) === after;
  // `**bold**` with “bold” selected is not italic already.
  const stronger = before === '*' && text[from - 2] === '*' && text[from - 3] !== '*';
  if (around && !stronger) {
    const start = from - before.length;
    return { from: start, to: to + after.length, insert: inner, start, end: start + inner.length };
  }
  const start = from + before.length;
  return { from, to, insert: before + inner + after, start, end: start + inner.length };
}

function prefixLines(
  text: string,
  from: number,
  to: number,
  prefixOf: (line: number) => string,
  known: RegExp,
): Replacement {
  const start = text.lastIndexOf('\n', from - 1) + 1;
  const next = text.indexOf('\n', to);
  const end = next < 0 ? text.length : next;
  const lines = text.slice(start, end).split('\n');
  const all = lines.every((line) => known.test(line));
  const insert = lines.map((line, index) => (all ? line.replace(known, '') : prefixOf(index) + line)).join('\n');
  const caret = start + insert.length;
  return { from: start, to: end, insert, start: from === to ? caret : start, end: caret };
}

/** How a selection becomes bold, a list and so on; doing it again takes it back. */
export function format(kind: Format, text: string, from: number, to: number): Replacement {
  const selected = text.slice(from, to);
  switch (kind) {
    case 'bold':
    case 'italic':
    case 'strike':
      return wrap(text, from, to, marks[kind], marks[kind]);
    case 'code':
      return selected.includes('\n') ? wrap(text, from, to, '```\n', '\n```') : wrap(text, from, to, '`', '`');
    case 'quote':
      return prefixLines(text, from, to, () => '> ', /^> ?/u);
    case 'bulletList':
      return prefixLines(text, from, to, () => '- ', /^- /u);
    case 'numberedList':
      return prefixLines(text, from, to, (line) => `${line + 1}. `, /^\d+\. /u);
    case 'link': {
      const address = /^https?:\/\/\S+$/u.test(selected);
      const insert = address ? `[](${selected})` : `[${selected}](https://)`;
      const start = address ? from + 1 : from + insert.length - 1;
      return { from, to, insert, start, end: start };
    }
  }
}
