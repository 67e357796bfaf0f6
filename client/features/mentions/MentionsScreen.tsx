import { AtSign } from 'lucide-react';
import type { ReactNode } from 'react';
import { wordsHook } from '#client/lib/i18n.ts';
import { commonWords } from '#client/lib/en.ts';
import { messagesWords } from '#client/features/messages/en.ts';
import { EmptyState } from '#client/ui/EmptyState.tsx';
import { ErrorState } from '#client/ui/ErrorState.tsx';
import { Screen } from '#client/ui/Screen.tsx';
import { SkeletonRows } from '#client/ui/Skeleton.tsx';

const useT = wordsHook({ common: commonWords, messages: messagesWords });

export interface MentionsScreenProps {
  state: 'loading' | 'failed' | 'empty' | 'ready';
  onRetry: () => void;
  /** Shown on a phone. */
  onBack: () => void;
  /** The list, when ready. */
  children?: ReactNode;
}

/** The frame of the unread mentions in the main column. */
export default function MentionsScreen({ state, onRetry, onBack, children }: MentionsScreenProps) {
  const t = useT();
  return (
    <Screen title={t.messages.mentionsTitle} backLabel={t.common.back} onBack={onBack}>
      <div className="mx-auto w-full max-w-3xl py-3">
        {state === 'loading' && <SkeletonRows rows={5} label={t.common.loading} />}
        {state === 'failed' && (
          <ErrorState
            title={t.common.loadFailed}
            hint={t.common.loadFailedHint}
            retryLabel={t.common.retry}
            onRetry={onRetry}
          />
        )}
        {state === 'empty' && (
          <EmptyState icon={AtSign} title={t.messages.mentionsEmpty} hint={t.messages.mentionsEmptyHint} />
        )}
        {state === 'ready' && children}
      </div>
    </Screen>
  );
}
