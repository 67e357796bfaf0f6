import type { BlockContent, DefinitionContent, List, ListItem, RootContent } from 'mdast';
import { Fragment } from 'react';
import { CodeBlock } from './CodeBlock.tsx';
import { Inline } from './Inline.tsx';
import type { Rendering } from './rendering.ts';
import { restore } from './stand-ins.ts';

type Block = RootContent | BlockContent | DefinitionContent;

/** Paragraphs, quotes, lists and code, one below the other. */
export function Blocks({ nodes, rendering }: { nodes: readonly Block[]; rendering: Rendering }) {
  return (
    <div className="flex min-w-0 flex-col gap-1.5">
      {nodes.map((node, index) => (
        <OneBlock key={index} node={node} rendering={rendering} />
      ))}
    </div>
  );
}

function OneBlock({ node, rendering }: { node: Block; rendering: Rendering }) {
  switch (node.type) {
    case 'paragraph':
      return (
        <p className="[overflow-wrap:anywhere] whitespace-pre-wrap">
          <Inline nodes={node.children} rendering={rendering} />
        </p>
      );
    case 'blockquote':
      return (
        <blockquote className="border-l-3 border-line pl-3 text-soft">
          <Blocks nodes={node.children} rendering={rendering} />
        </blockquote>
      );
    case 'list':
      return <OneList list={node} rendering={rendering} />;
    case 'code': {
      const about = [node.lang, node.meta].filter(Boolean).join(' ');
      return <CodeBlock code={restore(node.value, rendering.parts)} language={restore(about, rendering.parts)} />;
    }
    default:
      return 'children' in node || 'value' in node ? <AsWritten node={node} rendering={rendering} /> : null;
  }
}

/** A kind of block that chat does not have: the words it was made of. */
function AsWritten({ node, rendering }: { node: Block; rendering: Rendering }) {
  const { position } = node;
  const raw = position ? rendering.source.slice(position.start.offset, position.end.offset) : '';
  return <p className="[overflow-wrap:anywhere] whitespace-pre-wrap">{restore(raw, rendering.parts)}</p>;
}

function OneList({ list, rendering }: { list: List; rendering: Rendering }) {
  const items = list.children.map((item, index) => <Item key={index} item={item} rendering={rendering} />);
  if (!list.ordered) return <ul className="list-disc pl-5 marker:text-faint">{items}</ul>;
  return (
    <ol start={list.start ?? 1} className="list-decimal pl-7 marker:text-soft marker:tabular-nums">
      {items}
    </ol>
  );
}

function Item({ item, rendering }: { item: ListItem; rendering: Rendering }) {
  const [only] = item.children;
  const tight = item.children.length === 1 && only?.type === 'paragraph';
  return (
    <li className="[overflow-wrap:anywhere] whitespace-pre-wrap">
      {tight ? (
        <Fragment>
          <Inline nodes={only.children} rendering={rendering} />
        </Fragment>
      ) : (
        <Blocks nodes={item.children} rendering={rendering} />
      )}
    </li>
  );
}
