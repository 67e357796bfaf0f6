import type { LucideIcon } from 'lucide-react';
import type { ComponentType } from 'react';
import type { Message } from '#shared/messages.ts';
import type { RoomActor } from '#shared/permissions.ts';
import type { RoomSummary } from '#shared/rooms.ts';
import type { Session } from './session.ts';

/** Something a person can do, as every menu, toolbar and key of the page offers it. */
interface Action<Context, Group extends string> {
  id: string;
  icon: LucideIcon;
  /** A letter or a sign that does it while the message has the focus. */
  keys?: string;
  group: Group;
  danger?: boolean;
  label: (context: Context) => string;
  offered: (context: Context) => boolean;
  run: (context: Context, session: Session) => void;
}

export interface RoomContext {
  room: RoomSummary;
  /** The reader in this room, for `may(actor, …)`. */
  actor: RoomActor;
}
export const roomGroups = ['people', 'change', 'end'] as const;
/** An item of a room's menu. */
export type RoomAction = Action<RoomContext, (typeof roomGroups)[number]>;

export interface MessageContext {
  /** A stored message that is not a notice. */
  message: Message;
  /** The reader in its room, for `mayWithMessage(actor, message, …)`. */
  actor: RoomActor;
}
export const messageGroups = ['answer', 'keep', 'look', 'end'] as const;
/** What an action shows in the place of its button: in the toolbar over a row, and above the list of the sheet. */
export interface ActionControls {
  Toolbar: ComponentType<MessageContext & { onOpenChange: (open: boolean) => void }>;
  Sheet: ComponentType<MessageContext & { onClose: () => void }>;
}
/** An action of the menu and sheet of a message, and with `keys` of the keyboard. */
export interface MessageAction extends Action<MessageContext, (typeof messageGroups)[number]> {
  /** Also has a button in the toolbar over the row: everywhere, or where there is room. */
  toolbar?: 'always' | 'wide';
  /** Has its own controls, and hence no item in the menu. */
  controls?: ActionControls;
}

export interface Actions {
  readonly roomActions?: readonly RoomAction[];
  readonly messageActions?: readonly MessageAction[];
}

/** An action, done for the person who is signed in. */
type Bound<A extends { run: unknown }> = Omit<A, 'run'> & {
  run: A extends { run: (context: infer C, session: Session) => void } ? (context: C) => void : never;
};
export type OfferedRoomAction = Bound<RoomAction>;
export type OfferedMessageAction = Bound<MessageAction>;
export interface OfferedActions {
  readonly roomActions: readonly OfferedRoomAction[];
  readonly messageActions: readonly OfferedMessageAction[];
}
