import type { Person } from '#client/features/users/person.ts';
import type { Submit } from '#client/lib/problem.ts';

export interface AddPeopleDialogProps {
  roomTitle: string;
  /** Those who are not in the room. */
  people: readonly Person[];
  /** Gets user ids. */
  onAdd: Submit<readonly string[]>;
  onClose: () => void;
}

export default function AddPeopleDialog(_props: AddPeopleDialogProps) {
  return null;
}
