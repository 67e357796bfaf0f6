import type { Mention } from '#shared/messages.ts';
import { memo, useMemo } from 'react';
import { isOnlyEmoji } from './emoji-only.ts';
import { hasMarkup, useFormatter } from './formatter.ts';
import { PlainText } from './PlainText.tsx';
import type { Rendering, TextContext } from './rendering.ts';
import { standIn } from './stand-ins.ts';

interface MarkdownProps {
  text: string;
  /** Ranges in UTF-16 code units of `text`. */
  mentions: readonly Mention[];
  /** The same object while nothing in it changes. */
  context: TextContext;
}

/** The text of a message as React elements: never as HTML, so there is nothing to sanitise. */
export const Markdown = memo(function Markdown({ text, mentions, context }: MarkdownProps) {
  const { text: source, parts } = useMemo(() => standIn(text, mentions), [text, mentions]);
  const rendering = useMemo<Rendering>(() => ({ parts, source, context }), [parts, source, context]);
  const format = useFormatter();
  if (isOnlyEmoji(text)) return <p className="py-0.5 text-2xl leading-tight">{text}</p>;
  if (format && hasMarkup(source)) return format(rendering);
  return <Paragraphs source={source} rendering={rendering} />;
});

/** A blank line parts paragraphs, as Markdown would have it. */
function Paragraphs({ source, rendering }: { source: string; rendering: Rendering }) {
  return source
    .split(/\n[ \t]*(?:\n[ \t]*)+/u)
    .filter((paragraph) => paragraph.trim() !== '')
    .map((paragraph, index) => (
      <p key={index} className="[overflow-wrap:anywhere] whitespace-pre-wrap [&+p]:mt-2">
        <PlainText text={paragraph} rendering={rendering} />
      </p>
    ));
}
