import type { NamedRoom } from '#client/features/messages/types.ts';
import { nameKey } from '#shared/limits.ts';
import type { ReactNode } from 'react';
import type { TextContext } from './rendering.ts';

interface PlainTextProps {
  text: string;
  /** The character in front of the text, '' where there is none. */
  before: string;
  context: TextContext;
}

/** Text without markup, the room names in it made live. */
export function PlainText({ text, before, context }: PlainTextProps): ReactNode {
  if (!text.includes('#') || context.rooms.size === 0) return text;
  const shown: ReactNode[] = [];
  let done = 0;
  for (let at = text.indexOf('#'); at >= 0; at = text.indexOf('#', at + 1)) {
    if (at < done || inWord.test(text[at - 1] ?? before)) continue;
    const found = roomAtStart(text.slice(at + 1, at + 1 + longestName + 2), context);
    if (!found) continue;
    const end = at + 1 + found.length;
    shown.push(
      text.slice(done, at),
      <RoomLink key={at} room={found.room} text={text.slice(at, end)} context={context} />,
    );
    done = end;
  }
  return [...shown, text.slice(done)];
}

/** `C#general` and `/#general` name no room. */
const inWord = /[A-Za-z0-9_&/#]/u;
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
