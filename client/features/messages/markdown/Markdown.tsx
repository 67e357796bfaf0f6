import type { Mention } from '#shared/messages.ts';
import { Boundary } from '#client/ui/Boundary.tsx';
import { memo, type ReactNode } from 'react';
import { isOnlyEmoji } from './emoji-only.ts';
import { formatted } from './Formatted.tsx';
import { hasMarkup } from './markup.ts';
import { MentionChip } from './MentionChip.tsx';
import { paragraph } from './paragraph.ts';
import { PlainText } from './PlainText.tsx';
import type { TextContext } from './rendering.ts';

interface MarkdownProps {
  text: string;
  /** Ranges in UTF-16 code units of `text`. */
  mentions: readonly Mention[];
  /** The same object while nothing in it changes. */
  context: TextContext;
}

/**
 * The text of a message as React elements: never as HTML, so there is nothing to sanitise. A text that cannot be drawn is
 * shown as it was written.
 */
export const Markdown = memo(function Markdown(props: MarkdownProps) {
  const { text } = props;
  return (
    <Boundary
      resetKey={text}
      fallback={
        <p dir="auto" className={paragraph}>
          {text}
        </p>
      }
    >
      <Drawn {...props} />
    </Boundary>
  );
});

function Drawn({ text, mentions, context }: MarkdownProps) {
  if (isOnlyEmoji(text)) return <p className="py-0.5 text-2xl leading-tight whitespace-pre-wrap">{text}</p>;
  if (hasMarkup(text)) return formatted(text, mentions, context);
  return paragraphsOf(text).map(({ start, end }) => (
    <p key={start} dir="auto" className={paragraph}>
      {withMentions(text, start, end, mentions, context)}
    </p>
  ));
}

/** A blank line parts paragraphs, with markup and without. */
function paragraphsOf(text: string): { start: number; end: number }[] {
  const found: { start: number; end: number }[] = [];
  let start = 0;
  for (const { 0: gap, index } of text.matchAll(/\n(?:[^\S\n]*\n)+|$/gu)) {
    if (text.slice(start, index).trim() !== '') found.push({ start, end: index });
    start = index + gap.length;
  }
  return found;
}

function withMentions(text: string, start: number, end: number, mentions: readonly Mention[], context: TextContext) {
  const shown: ReactNode[] = [];
  let done = start;
  const plain = (to: number) => (
    <PlainText key={done} text={text.slice(done, to)} before={text[done - 1] ?? ''} context={context} />
  );
  for (const mention of mentions.toSorted((a, b) => a.start - b.start)) {
    if (mention.start < done || mention.end <= mention.start || mention.end > end) continue;
    const raw = text.slice(mention.start, mention.end);
    shown.push(
      plain(mention.start),
      <MentionChip key={`@${mention.start}`} mention={mention} raw={raw} context={context} />,
    );
    done = mention.end;
  }
  return [...shown, plain(end)];
}
