import { BareCode, CodeBlock } from './CodeBlock.tsx';
import { Inline } from './Inline.tsx';
import type { ParsedBlock } from './parse.ts';
import { paragraph } from './paragraph.ts';
import type { TextContext } from './rendering.ts';

interface BlocksProps {
  blocks: readonly ParsedBlock[];
  context: TextContext;
  /** Within another block the direction of the whole is its own first letter's. */
  nested?: boolean;
}

/** Paragraphs, quotes, lists and code, one below the other. */
export function Blocks({ blocks, context, nested = false }: BlocksProps) {
  return blocks.map((block, index) => <OneBlock key={index} block={block} context={context} nested={nested} />);
}

interface BlockProps {
  block: ParsedBlock;
  context: TextContext;
  nested: boolean;
}

function OneBlock({ block, context, nested }: BlockProps) {
  const direction = nested ? undefined : 'auto';
  switch (block.type) {
    case 'paragraph':
      return (
        <p dir={direction} className={paragraph}>
          <Inline nodes={block.children} context={context} />
        </p>
      );
    case 'quote':
      return (
        <blockquote
          dir={direction}
          className="my-1.5 min-w-0 border-s-3 border-line ps-3 text-soft first:mt-0 last:mb-0"
        >
          <Blocks blocks={block.children} context={context} nested />
        </blockquote>
      );
    case 'list':
      return <OneList list={block} context={context} direction={direction} />;
    case 'code':
      return <CodeBlock code={block.text} language={block.language} />;
    case 'bareCode':
      return <BareCode code={block.text} />;
  }
}

interface ListProps {
  list: Extract<ParsedBlock, { type: 'list' }>;
  context: TextContext;
  direction: 'auto' | undefined;
}

/** The markers are text, so that they are copied with the rest, each number as it was written. */
function OneList({ list: { ordered, items }, context, direction }: ListProps) {
  const List = ordered ? 'ol' : 'ul';
  const numbers = items.map(({ marker }) => (ordered ? Number.parseInt(marker, 10) : undefined));
  return (
    <List
      role="list"
      start={numbers[0]}
      dir={direction}
      className={`min-w-0 list-none ${direction ? 'my-1.5 first:mt-0 last:mb-0' : ''}`}
    >
      {items.map((item, index) => (
        <li key={index} value={numbers[index]} className={`${paragraph} ${ordered ? 'ps-7' : 'ps-5'}`}>
          <span className={`inline-block text-soft tabular-nums ${ordered ? '-ms-7 min-w-7' : '-ms-5 min-w-5'}`}>
            {ordered ? item.marker : '•'}{' '}
          </span>
          <ItemContent item={item} context={context} />
        </li>
      ))}
    </List>
  );
}

function ItemContent({ item, context }: { item: { children: ParsedBlock[] }; context: TextContext }) {
  const [first, ...rest] = item.children;
  if (first?.type !== 'paragraph') return <Blocks blocks={item.children} context={context} nested />;
  return (
    <>
      <Inline nodes={first.children} context={context} />
      <Blocks blocks={rest} context={context} nested />
    </>
  );
}
