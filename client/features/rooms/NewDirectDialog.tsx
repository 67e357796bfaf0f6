import type { Person } from '#client/features/users/person.ts';
import type { Submit } from '#client/lib/problem.ts';

export interface NewDirectDialogProps {
  /** Everybody, oneself included, those written to lately first. */
  people: readonly Person[];
  meId: string;
  /** Gets user ids. */
  onStart: Submit<readonly string[]>;
  onClose: () => void;
}

export default function NewDirectDialog(_props: NewDirectDialogProps) {
  return null;
}
