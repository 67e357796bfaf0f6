import { wordsHook, type WordsIn } from '#client/lib/i18n.ts';
import { commonWords } from '#client/lib/en.ts';
import { roomsWords } from './en.ts';
import { closeDialog, useLeaveDialog } from '#client/lib/overlays.ts';
import { attempt, useSubmit } from '#client/lib/problem.ts';
import { homeHref } from '#client/lib/routes.ts';
import { client } from '#client/lib/trpc.ts';
import { ConfirmDialog } from '#client/ui/ConfirmDialog.tsx';

const useT = wordsHook({ common: commonWords, rooms: roomsWords });
type Dictionary = WordsIn<{ common: typeof commonWords; rooms: typeof roomsWords }>;

/** What is asked before it is done. */
export type RoomQuestionKind =
  | { kind: 'leave'; isPrivate: boolean }
  | { kind: 'archive' }
  | { kind: 'remove'; userId: string; personName: string };

export interface RoomQuestionDialogProps {
  roomId: string;
  roomTitle: string;
  question: RoomQuestionKind;
}

function wordsOf(
  { question, roomTitle }: RoomQuestionDialogProps,
  { rooms }: Dictionary,
): { title: string; hint: string; confirmLabel: string } {
  switch (question.kind) {
    case 'leave':
      return {
        title: rooms.leaveQuestion(roomTitle),
        hint: question.isPrivate ? rooms.leavePrivateHint : rooms.leavePublicHint,
        confirmLabel: rooms.leave,
      };
    case 'archive':
      return { title: rooms.archiveQuestion(roomTitle), hint: rooms.archiveHint, confirmLabel: rooms.archive };
    case 'remove':
      return {
        title: rooms.removeQuestion(question.personName, roomTitle),
        hint: rooms.removeHint,
        confirmLabel: rooms.removeFromRoom,
      };
  }
}

/** Asks before leaving, archiving, or removing somebody; closes itself when it went well. */
export default function RoomQuestionDialog(props: RoomQuestionDialogProps) {
  const { roomId, question } = props;
  const t = useT();
  const leaveFor = useLeaveDialog();
  const doing = useSubmit<void>(() =>
    attempt(async () => {
      if (question.kind === 'archive') return client.rooms.archive.mutate({ roomId });
      if (question.kind === 'remove') return client.rooms.removeMember.mutate({ roomId, userId: question.userId });
      await client.rooms.leave.mutate({ roomId });
      leaveFor(homeHref);
    }),
  );
  const confirm = async () => {
    if (await doing.run()) closeDialog();
  };
  return (
    <ConfirmDialog
      {...wordsOf(props, t)}
      danger
      cancelLabel={t.common.cancel}
      busy={doing.busy}
      error={doing.beside()}
      onConfirm={() => void confirm()}
      onClose={closeDialog}
    />
  );
}
