import type { MemberRole } from '#shared/rooms.ts';
import type { Person } from '#client/features/users/person.ts';

export interface MemberPerson extends Person {
  roomRole: MemberRole;
}
export interface MembersPanelProps {
  /** Undefined while loading. */
  members: readonly MemberPerson[] | undefined;
  meId: string;
  failed?: boolean;
  onRetry: () => void;
  onClose: () => void;
  onOpenProfile: (userId: string, anchor: HTMLElement) => void;
  /** Left out where not allowed. */
  onAdd?: () => void;
  onRemove?: (userId: string) => void;
}

/** Who is in the room, those present first. */
export function MembersPanel(_props: MembersPanelProps) {
  return null;
}
