import { Button } from './Button.tsx';
import { Dialog } from './Dialog.tsx';
import { FormProblem } from './FormProblem.tsx';

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
export function ConfirmDialog({
  title,
  hint,
  confirmLabel,
  cancelLabel,
  onConfirm,
  onClose,
  busy = false,
  error,
  danger = false,
}: ConfirmDialogProps) {
  return (
    <Dialog
      title={title}
      closeLabel={cancelLabel}
      onClose={onClose}
      width={420}
      footer={
        <>
          <Button onClick={onClose}>{cancelLabel}</Button>
          <Button tone={danger ? 'danger' : 'primary'} busy={busy} onClick={onConfirm} data-autofocus="">
            {confirmLabel}
          </Button>
        </>
      }
    >
      <p className="text-base text-soft">{hint}</p>
      <FormProblem sentence={error ?? null} className="mt-4" />
    </Dialog>
  );
}
