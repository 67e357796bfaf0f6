import type { Root } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmStrikethroughFromMarkdown } from 'mdast-util-gfm-strikethrough';
import { cjkFriendlyExtension } from 'micromark-extension-cjk-friendly';
import { gfmStrikethroughCjkFriendly } from 'micromark-extension-cjk-friendly-gfm-strikethrough';

/**
 * What Markdown has and a chat has not. Headings and rules would turn `text\n---` into something nobody meant; HTML and
 * `&amp;` are shown as typed; an image becomes a link; indented text is no code.
 */
const withoutThese = {
  disable: {
    null: [
      'headingAtx',
      'setextUnderline',
      'thematicBreak',
      'definition',
      'htmlFlow',
      'htmlText',
      'labelStartImage',
      'codeIndented',
      'characterReference',
    ],
  },
};

const options = {
  extensions: [cjkFriendlyExtension(), gfmStrikethroughCjkFriendly({ singleTilde: false }), withoutThese],
  mdastExtensions: [gfmStrikethroughFromMarkdown()],
};

const most = 400;
const known = new Map<string, Root>();

/** The tree of a text; the latest few hundred are remembered, because rows come and go while one scrolls. */
export function parse(text: string): Root {
  const before = known.get(text);
  if (before) return before;
  const tree = fromMarkdown(text, options);
  if (known.size >= most) known.delete(known.keys().next().value ?? '');
  known.set(text, tree);
  return tree;
}
