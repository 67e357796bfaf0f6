import { listOf } from '#client/lib/dates.ts';
import { useLanguage, wordsHook } from '#client/lib/i18n.ts';
import { commonWords } from '#client/lib/en.ts';
import { composerWords } from './en.ts';
import { Button } from '#client/ui/Button.tsx';
import { Dialog } from '#client/ui/Dialog.tsx';
import { useState } from 'react';
import type { MentionCandidates } from './draft.ts';

const useT = wordsHook({ common: commonWords, composer: composerWords });

interface AddQuestionProps {
  userIds: string[];
  candidates: MentionCandidates;
  onAdded: () => void;
  onSkip: () => void;
  onClose: () => void;
}

/** Before a message mentions somebody who would not see it. */
export default function AddQuestion({ userIds, candidates, onAdded, onSkip, onClose }: AddQuestionProps) {
  const t = useT();
  const language = useLanguage();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<string | null>(null);
  const people = listOf(
    language,
    candidates.others.filter((user) => userIds.includes(user.id)).map((user) => user.displayName),
  );
  const add = async () => {
    setBusy(true);
    try {
      await candidates.onAddPeople?.(userIds);
      onAdded();
    } catch (problem) {
      setError(problem instanceof Error ? problem.message : t.common.loadFailed);
      setBusy(false);
    }
  };
  const footer = (
    <>
      <Button tone="quiet" onClick={onSkip}>
        {t.composer.addSkip}
      </Button>
      <Button tone="primary" busy={busy} onClick={add} autoFocus>
        {t.composer.addConfirm(people)}
      </Button>
    </>
  );
  return (
    <Dialog
      title={t.composer.addTitle(people)}
      closeLabel={t.common.cancel}
      onClose={onClose}
      width={420}
      footer={footer}
    >
      <p className="text-soft">{t.composer.addHint}</p>
      {error && (
        <p role="alert" className="mt-3 font-medium text-coral-ink">
          {error}
        </p>
      )}
    </Dialog>
  );
}
