import { useT } from '#client/lib/i18n.ts';
import { ConfirmDialog } from '#client/ui/ConfirmDialog.tsx';
import type { Message } from '#shared/messages.ts';
import { useState } from 'react';
import type { MessageActions } from './view.ts';

interface RecallDialogProps {
  message: Message;
  onRecall: MessageActions['onRecall'];
  onClose: () => void;
}

/** Asks once: a recall cannot be taken back. */
export default function RecallDialog({ message, onRecall, onClose }: RecallDialogProps) {
  const t = useT();
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
      title={t.messages.recallQuestion}
      hint={t.messages.recallHint}
      confirmLabel={t.messages.recallConfirm}
      cancelLabel={t.common.cancel}
      danger
      busy={busy}
      error={error}
      onConfirm={recall}
      onClose={onClose}
    />
  );
}
