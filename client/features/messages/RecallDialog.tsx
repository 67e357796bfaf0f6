import { wordsHook } from '#client/lib/i18n.ts';
import { messagesWords } from './en.ts';
import { commonWords } from '#client/lib/en.ts';
import { closeDialog } from '#client/lib/overlays.ts';
import { attempt, useSubmit } from '#client/lib/problem.ts';
import { useSession } from '#client/lib/session.ts';
import { client } from '#client/lib/trpc.ts';
import { ConfirmDialog } from '#client/ui/ConfirmDialog.tsx';
import type { Message } from '#shared/messages.ts';

const useT = wordsHook({ common: commonWords, messages: messagesWords });

/** Asks once: a recall cannot be taken back. */
export default function RecallDialog({ message }: { message: Message }) {
  const t = useT();
  const { messages } = t;
  const mine = message.authorId === useSession().meId;
  const recalling = useSubmit<void>(() => attempt(() => client.messages.recall.mutate({ messageId: message.id })));
  const recall = async () => {
    if (await recalling.run()) closeDialog();
  };
  return (
    <ConfirmDialog
      title={mine ? messages.recallQuestion : messages.removeQuestion}
      hint={mine ? messages.recallHint : messages.removeHint}
      confirmLabel={mine ? messages.recallConfirm : messages.removeConfirm}
      cancelLabel={t.common.cancel}
      danger
      busy={recalling.busy}
      error={recalling.beside()}
      onConfirm={() => void recall()}
      onClose={closeDialog}
    />
  );
}
