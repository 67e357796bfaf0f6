import { listOf } from '#client/lib/dates.ts';
import { useLanguage, wordsHook } from '#client/lib/i18n.ts';
import { commonWords } from '#client/lib/en.ts';
import { composerWords } from './en.ts';
import { ConfirmDialog } from '#client/ui/ConfirmDialog.tsx';
import { limits } from '#shared/limits.ts';
import type { MentionCandidates } from './draft.ts';

const useT = wordsHook({ common: commonWords, composer: composerWords });

interface LimitQuestionProps {
  /** Those whom the message would not call. */
  userIds: readonly string[];
  candidates: MentionCandidates;
  onConfirm: () => void;
  onClose: () => void;
}

const maxNamed = 5;

/** Before a message goes out that names more people than it can call. */
export default function LimitQuestion({ userIds, candidates, onConfirm, onClose }: LimitQuestionProps) {
  const t = useT();
  const language = useLanguage();
  const names = new Map([...candidates.others, ...candidates.members].map((user) => [user.id, user.displayName]));
  const named = userIds.slice(0, maxNamed).map((id) => names.get(id) ?? t.common.someone);
  const more = userIds.length - named.length;
  return (
    <ConfirmDialog
      title={t.composer.limitTitle(listOf(language, more > 0 ? [...named, t.composer.limitMore(more)] : named))}
      hint={t.composer.limitHint(limits.mentionsPerMessage)}
      confirmLabel={t.composer.limitConfirm}
      cancelLabel={t.common.cancel}
      onConfirm={onConfirm}
      onClose={onClose}
    />
  );
}
