import type { Person } from './person.ts';

export interface ProfileCardProps {
  person: Person;
  self: boolean;
  /** What was pressed; the card stands beside it on a desktop and is a sheet on a phone. */
  anchor: HTMLElement;
  onClose: () => void;
  onMessage: () => void;
  /** Only for oneself. */
  onEditProfile?: () => void;
}

/** Who somebody is, and the way to write to them. Mount it to open it. */
export function ProfileCard(_props: ProfileCardProps) {
  return null;
}
