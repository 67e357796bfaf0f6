import type { Problem } from '#client/lib/problem.ts';

/** What is asked before it is done. */
export type RoomQuestionKind =
  | { kind: 'leave'; roomTitle: string; isPrivate: boolean }
  | { kind: 'archive'; roomTitle: string }
  | { kind: 'remove'; roomTitle: string; personName: string };

export interface RoomQuestionProps {
  question: RoomQuestionKind;
  onConfirm: () => Promise<Problem | null>;
  onClose: () => void;
}

/** Asks before leaving, archiving, or removing somebody; closes itself when it went well. */
export default function RoomQuestion(_props: RoomQuestionProps) {
  return null;
}
