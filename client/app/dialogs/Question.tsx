import RoomQuestion, { type RoomQuestionKind } from '#client/features/rooms/RoomQuestion.tsx';
import { attempt } from '#client/lib/problem.ts';
import { homeHref } from '#client/lib/routes.ts';
import { client } from '#client/lib/trpc.ts';
import { closeDialog } from '#client/app/dialogs.ts';

interface QuestionProps {
  question: RoomQuestionKind;
  roomId: string;
  userId: string | null;
  onGo: (href: string) => void;
}

export default function Question({ question, roomId, userId, onGo }: QuestionProps) {
  const confirm = async () => {
    if (question.kind === 'archive') return client.rooms.archive.mutate({ roomId });
    if (question.kind === 'remove' && userId !== null) return client.rooms.removeMember.mutate({ roomId, userId });
    await client.rooms.leave.mutate({ roomId });
    onGo(homeHref);
  };
  return <RoomQuestion question={question} onConfirm={() => attempt(confirm)} onClose={closeDialog} />;
}
