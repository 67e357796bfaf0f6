import { Button } from './Button.tsx';
import { Dialog } from './Dialog.tsx';

interface ConfirmDialogProps {
  title: string;
  hint: string;
  confirmLabel: string;
  cancelLabel: string;
  onConfirm: () => void;
  onClose: () => void;
  busy?: boolean;
  error?: string | null;
  danger?: boolean;
}

/** Asks once before something that cannot be taken back, or that many would hear. */
export function ConfirmDialog({ title, hint, confirmLabel, cancelLabel, onConfirm, onClose, busy = false, error, danger = false }: ConfirmDialogProps) {
  return (
    <Dialog
      title={title}
      closeLabel={cancelLabel}
      onClose={onClose}
      width={420}
      footer={
        <>
          <Button onClick={onClose}>{cancelLabel}</Button>
          <Button tone={danger ? 'danger' : 'primary'} busy={busy} onClick={onConfirm} autoFocus>
            {confirmLabel}
          </Button>
        </>
      }
    >
      <p className="text-soft">{hint}</p>
      {error && (
        <p role="alert" className="mt-3 font-medium text-coral-ink">
          {error}
        </p>
      )}
    </Dialog>
  );
}
