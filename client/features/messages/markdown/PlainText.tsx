import type { NamedRoom } from '#client/features/messages/view.ts';
import { nameKey } from '#shared/limits.ts';
import { Fragment } from 'react';
import { MentionChip } from './MentionChip.tsx';
import type { Rendering, TextContext } from './rendering.ts';
import { SafeLink } from './SafeLink.tsx';
import { piecesOf } from './stand-ins.ts';

/** Text without markup, its mentions, addresses and room names made live. */
export function PlainText({ text, rendering }: { text: string; rendering: Rendering }) {
  const { parts, context } = rendering;
  return piecesOf(text, parts).map((piece, index) => {
    if (typeof piece === 'string') return <RoomNames key={index} text={piece} context={context} />;
    if (piece.kind === 'mention')
      return <MentionChip key={index} mention={piece.mention} raw={piece.raw} context={context} />;
    return (
      <SafeLink key={index} address={piece.raw}>
        {piece.raw}
      </SafeLink>
    );
  });
}

const longestName = 64;
/** What may stand right after a room's name. */
const ends = /^$|^[^\p{L}\p{N}_-]/u;

/** The longest room name that a text starts with. */
function roomAtStart(text: string, context: TextContext): { room: NamedRoom; length: number } | null {
  for (let length = Math.min(longestName, text.length); length > 0; length--) {
    const room = context.rooms.get(nameKey(text.slice(0, length)));
    if (room && ends.test(text.slice(length, length + 2))) return { room, length };
  }
  return null;
}

function RoomNames({ text, context }: { text: string; context: TextContext }) {
  if (!text.includes('#') || context.rooms.size === 0) return text;
  const [before = '', ...rest] = text.split('#');
  return (
    <>
      {before}
      {rest.map((piece, index) => {
        const found = roomAtStart(piece, context);
        if (!found) return <Fragment key={index}>#{piece}</Fragment>;
        return (
          <Fragment key={index}>
            <RoomLink room={found.room} text={`#${piece.slice(0, found.length)}`} context={context} />
            {piece.slice(found.length)}
          </Fragment>
        );
      })}
    </>
  );
}

function RoomLink({ room, text, context }: { room: NamedRoom; text: string; context: TextContext }) {
  return (
    <a
      href={room.href}
      onClick={(event) => {
        if (event.metaKey || event.ctrlKey || event.shiftKey) return;
        event.preventDefault();
        context.onOpenRoom(room);
      }}
      className="font-medium text-pine-ink hover:underline"
    >
      {text}
    </a>
  );
}
