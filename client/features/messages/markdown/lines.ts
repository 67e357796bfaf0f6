/** A line of a message without its line break; UTF-16 offsets into the text. In a container, `start` is after its marker. */
export interface Line {
  start: number;
  end: number;
}

export function linesOf(text: string): Line[] {
  const lines: Line[] = [];
  let start = 0;
  for (;;) {
    const end = text.indexOf('\n', start);
    if (end === -1) return [...lines, { start, end: text.length }];
    lines.push({ start, end });
    start = end + 1;
  }
}

const tabWidth = 4;
const isBlankCharacter = (character: string | undefined) => character === ' ' || character === '\t';

export const isBlank = (text: string, { start, end }: Line): boolean => text.slice(start, end).trim() === '';

/** The width of the blanks a line starts with, a tab as four. */
export function indentOf(text: string, { start, end }: Line): number {
  let width = 0;
  for (let at = start; at < end && isBlankCharacter(text[at]); at++) width += text[at] === '\t' ? tabWidth : 1;
  return width;
}

/** The line without the first `width` columns of its leading blanks. */
export function dedent(text: string, { start, end }: Line, width: number): Line {
  let at = start;
  for (let left = width; left > 0 && at < end && isBlankCharacter(text[at]); at++) {
    left -= text[at] === '\t' ? tabWidth : 1;
  }
  return { start: at, end };
}
