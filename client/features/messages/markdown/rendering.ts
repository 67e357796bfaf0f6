import type { NamedRoom, People } from '#client/features/messages/view.ts';
import type { Mention } from '#shared/messages.ts';
import type { Part } from './stand-ins.ts';

/** What the text of a message is rendered with. */
export interface TextContext {
  me: string;
  people: People;
  /** Rooms that `#name` links to, by the key of their name. */
  rooms: ReadonlyMap<string, NamedRoom>;
  onOpenProfile: (userId: string, anchor: HTMLElement) => void;
  onOpenRoom: (room: NamedRoom) => void;
}

export interface Rendering {
  parts: ReadonlyMap<string, Part<Mention>>;
  /** The text that was parsed, stand-ins included: for what is shown as it was written. */
  source: string;
  context: TextContext;
}
