import { wordsHook } from '#client/lib/i18n.ts';
import { commonWords } from '#client/lib/en.ts';
import { composerWords } from './en.ts';
import { ConfirmDialog } from '#client/ui/ConfirmDialog.tsx';

const useT = wordsHook({ common: commonWords, composer: composerWords });

/** Before a message calls many people at once. */
export default function NotifyQuestion({
  count,
  onConfirm,
  onClose,
}: {
  count: number;
  onConfirm: () => void;
  onClose: () => void;
}) {
  const t = useT();
  return (
    <ConfirmDialog
      title={t.composer.notifyTitle(count)}
      hint={t.composer.notifyHint}
      confirmLabel={t.composer.notifyConfirm}
      cancelLabel={t.common.cancel}
      onConfirm={onConfirm}
      onClose={onClose}
    />
  );
}
