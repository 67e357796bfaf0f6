import { wordsHook } from '#client/lib/i18n.ts';
import { messagesWords } from './en.ts';
import { commonWords } from '#client/lib/en.ts';
import { ConfirmDialog } from '#client/ui/ConfirmDialog.tsx';
import type { Message } from '#shared/messages.ts';
import { useState } from 'react';
import type { MessageActions } from './view.ts';

const useT = wordsHook({ common: commonWords, messages: messagesWords });

interface RecallDialogProps {
  message: Message;
  /** The reader's id. */
  me: string;
  onRecall: MessageActions['onRecall'];
  onClose: () => void;
}

/** Asks once: a recall cannot be taken back. */
export default function RecallDialog({ message, me, onRecall, onClose }: RecallDialogProps) {
  const t = useT();
  const { messages } = t;
  const mine = message.authorId === me;
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<string | null>(null);
  const recall = async () => {
    setBusy(true);
    try {
      await onRecall(message);
      onClose();
    } catch (problem) {
      setError(problem instanceof Error ? problem.message : t.common.loadFailed);
      setBusy(false);
    }
  };
  return (
    <ConfirmDialog
      title={mine ? messages.recallQuestion : messages.removeQuestion}
      hint={mine ? messages.recallHint : messages.removeHint}
      confirmLabel={mine ? messages.recallConfirm : messages.removeConfirm}
      cancelLabel={t.common.cancel}
      danger
      busy={busy}
      error={error}
      onConfirm={recall}
      onClose={onClose}
    />
  );
}
