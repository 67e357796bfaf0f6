import { wordsHook, type WordsIn } from '#client/lib/i18n.ts';
import { commonWords } from '#client/lib/en.ts';
import { roomsWords } from './en.ts';
import { useSubmit, type Problem } from '#client/lib/problem.ts';
import { ConfirmDialog } from '#client/ui/ConfirmDialog.tsx';

const useT = wordsHook({ common: commonWords, rooms: roomsWords });
type Dictionary = WordsIn<{ common: typeof commonWords; rooms: typeof roomsWords }>;

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

function wordsOf(
  question: RoomQuestionKind,
  { rooms }: Dictionary,
): { title: string; hint: string; confirmLabel: string } {
  switch (question.kind) {
    case 'leave':
      return {
        title: rooms.leaveQuestion(question.roomTitle),
        hint: question.isPrivate ? rooms.leavePrivateHint : rooms.leavePublicHint,
        confirmLabel: rooms.leave,
      };
    case 'archive':
      return { title: rooms.archiveQuestion(question.roomTitle), hint: rooms.archiveHint, confirmLabel: rooms.archive };
    case 'remove':
      return {
        title: rooms.removeQuestion(question.personName, question.roomTitle),
        hint: rooms.removeHint,
        confirmLabel: rooms.removeFromRoom,
      };
  }
}

/** Asks before leaving, archiving, or removing somebody; closes itself when it went well. */
export default function RoomQuestion({ question, onConfirm, onClose }: RoomQuestionProps) {
  const t = useT();
  const doing = useSubmit<void>(onConfirm);
  const confirm = async () => {
    if (await doing.run()) onClose();
  };
  return (
    <ConfirmDialog
      {...wordsOf(question, t)}
      danger
      cancelLabel={t.common.cancel}
      busy={doing.busy}
      error={doing.beside()}
      onConfirm={() => void confirm()}
      onClose={onClose}
    />
  );
}
