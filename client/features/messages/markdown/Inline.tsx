import type { Link, PhrasingContent } from 'mdast';
import { safeUrl } from './links.ts';
import { PlainText } from './PlainText.tsx';
import type { Rendering } from './rendering.ts';
import { SafeLink } from './SafeLink.tsx';
import { restore } from './stand-ins.ts';

/** Chinese is never slanted: the theme sets dots below it instead. */
const han = /\p{Script=Han}/u;

/** Text with emphasis, code and links in it. */
export function Inline({ nodes, rendering }: { nodes: readonly PhrasingContent[]; rendering: Rendering }) {
  return nodes.map((node, index) => <OneInline key={index} node={node} rendering={rendering} />);
}

function OneInline({ node, rendering }: { node: PhrasingContent; rendering: Rendering }) {
  switch (node.type) {
    case 'text':
      return <PlainText text={node.value} rendering={rendering} />;
    case 'emphasis':
      return (
        <em className={han.test(rawOf(node, rendering)) ? 'han' : undefined}>
          <Inline nodes={node.children} rendering={rendering} />
        </em>
      );
    case 'strong':
      return (
        <strong className="font-bold">
          <Inline nodes={node.children} rendering={rendering} />
        </strong>
      );
    case 'delete':
      return (
        <del className="text-soft">
          <Inline nodes={node.children} rendering={rendering} />
        </del>
      );
    case 'inlineCode':
      return (
        <code className="rounded-sm border border-line bg-well px-1 py-px font-mono text-[0.92em] [box-decoration-break:clone]">
          {restore(node.value, rendering.parts)}
        </code>
      );
    case 'break':
      return '\n';
    case 'link':
      return <OneLink link={node} rendering={rendering} />;
    default:
      return rawOf(node, rendering);
  }
}

function rawOf(node: PhrasingContent, { source, parts }: Rendering): string {
  const { position } = node;
  return position ? restore(source.slice(position.start.offset, position.end.offset), parts) : '';
}

/** A link that may not be followed is shown as it was written. */
function OneLink({ link, rendering }: { link: Link; rendering: Rendering }) {
  const address = restore(link.url, rendering.parts);
  if (!safeUrl(address)) return rawOf(link, rendering);
  return (
    <SafeLink address={address}>
      <LinkText link={link} rendering={rendering} />
    </SafeLink>
  );
}

/** Nothing to press stands within a link: mentions and addresses in it are plain words. */
function LinkText({ link, rendering }: { link: Link; rendering: Rendering }) {
  const shown = plainTextOf(link.children, rendering);
  return shown.trim() === '' ? restore(link.url, rendering.parts) : shown;
}

function plainTextOf(nodes: readonly PhrasingContent[], rendering: Rendering): string {
  return nodes
    .map((node) => {
      if ('children' in node) return plainTextOf(node.children, rendering);
      return 'value' in node ? restore(node.value, rendering.parts) : '';
    })
    .join('');
}
