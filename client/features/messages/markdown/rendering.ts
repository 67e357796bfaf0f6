import type { NamedRoom, People } from '#client/features/messages/types.ts';

/** What the text of a message is rendered with. */
export interface TextContext {
  me: string;
  people: People;
  /** Rooms that `#name` links to, by the key of their name. */
  rooms: ReadonlyMap<string, NamedRoom>;
  onOpenProfile: (userId: string, anchor: HTMLElement) => void;
  onOpenRoom: (room: NamedRoom) => void;
}
