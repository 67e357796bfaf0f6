import type { MentionInput } from '#shared/messages.ts';
import type { ReactNode } from 'react';

/** Must match the text box in every width: same font, same padding, same wrapping. */
export const textLayout =
  'col-start-1 row-start-1 px-3 py-2 text-base leading-[1.47] pointer-coarse:text-[16px] [overflow-wrap:anywhere] whitespace-pre-wrap [unicode-bidi:plaintext] text-start font-sans m-0 border-0 min-w-0';

/** The same text behind the transparent text box: it gives the box its height and mentions their colour. */
export function Mirror({ text, mentions }: { text: string; mentions: readonly MentionInput[] }) {
  const pieces: ReactNode[] = [];
  let at = 0;
  for (const { start, end } of mentions) {
    pieces.push(
      text.slice(at, start),
      <mark
        key={start}
        className="rounded-[3px] bg-pine-wash text-transparent shadow-[0_0_0_1px_var(--color-pine-wash)]"
      >
        {text.slice(start, end)}
      </mark>,
    );
    at = end;
  }
  return (
    <div aria-hidden="true" className={`${textLayout} pointer-events-none text-transparent select-none`}>
      {pieces}
      {text.slice(at)}
      {'\u200B'}
    </div>
  );
}
