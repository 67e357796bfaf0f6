import { MentionChip } from './MentionChip.tsx';
import type { Inline as InlineNode } from './parse.ts';
import { PlainText } from './PlainText.tsx';
import type { TextContext } from './rendering.ts';
import { SafeLink } from './SafeLink.tsx';

/** Chinese is never slanted: the theme sets dots below it instead. */
const han = /\p{Script=Han}/u;

/** Text with emphasis, code and links in it. */
export function Inline({ nodes, context }: { nodes: readonly InlineNode[]; context: TextContext }) {
  return nodes.map((node, index) => <OneInline key={index} node={node} context={context} />);
}

function OneInline({ node, context }: { node: InlineNode; context: TextContext }) {
  switch (node.type) {
    case 'text':
      return <PlainText text={node.text} before={node.before} context={context} />;
    case 'mention':
      return <MentionChip mention={node.mention} raw={node.raw} context={context} />;
    case 'code':
      return (
        <code
          dir="ltr"
          className="rounded-sm border border-line bg-well px-1 py-px font-mono text-[0.92em] [box-decoration-break:clone]"
        >
          {node.text}
        </code>
      );
    case 'link':
      return (
        <SafeLink address={node.address} shown={node.shown}>
          <Inline nodes={node.children} context={withoutRooms(context)} />
        </SafeLink>
      );
    case 'emphasis':
      return (
        <em className={han.test(textOf(node.children)) ? 'han' : undefined}>
          <Inline nodes={node.children} context={context} />
        </em>
      );
    case 'strong':
      return (
        <strong className="font-bold">
          <Inline nodes={node.children} context={context} />
        </strong>
      );
    case 'delete':
      return (
        <del className="text-soft">
          <Inline nodes={node.children} context={context} />
        </del>
      );
  }
}

const noRooms: TextContext['rooms'] = new Map();
const withoutRooms = (context: TextContext): TextContext =>
  context.rooms === noRooms ? context : { ...context, rooms: noRooms };

function textOf(nodes: readonly InlineNode[]): string {
  return nodes
    .map((node) => {
      if ('children' in node) return textOf(node.children);
      return 'text' in node ? node.text : node.raw;
    })
    .join('');
}
