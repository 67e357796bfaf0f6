import { blocksOf, type Block } from './blocks.ts';
import { codeSpans } from './code-spans.ts';
import { Content } from './content.ts';

export interface CodeRange {
  start: number;
  end: number;
}

/** What of a message is shown as code, backticks and fences included: UTF-16 offsets, in order. */
export function codeRanges(text: string): CodeRange[] {
  return /`|~~~/u.test(text) ? rangesIn(text, blocksOf(text)) : [];
}

function rangesIn(text: string, blocks: readonly Block[]): CodeRange[] {
  return blocks.flatMap((block): CodeRange[] => {
    switch (block.type) {
      case 'code':
        return [{ start: block.start, end: block.end }];
      case 'quote':
        return rangesIn(text, block.children);
      case 'list':
        return block.items.flatMap(({ children }) => rangesIn(text, children));
      case 'paragraph': {
        const content = new Content(text, block.lines);
        return codeSpans(content.text).map(({ start, end }) => ({
          start: content.toSource(start),
          end: content.toSource(end),
        }));
      }
    }
  });
}
