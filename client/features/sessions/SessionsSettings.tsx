import { useState } from 'react';
import type { SessionInfo } from '#shared/auth.ts';
import { wordsHook } from '#client/lib/i18n.ts';
import { commonWords } from '#client/lib/en.ts';
import { settingsWords } from '#client/features/settings/en.ts';
import { useSubmit, type Problem } from '#client/lib/problem.ts';
import { Button } from '#client/ui/Button.tsx';
import { ConfirmDialog } from '#client/ui/ConfirmDialog.tsx';
import { ErrorState } from '#client/ui/ErrorState.tsx';
import { FormProblem } from '#client/ui/FormProblem.tsx';
import { SkeletonRows } from '#client/ui/Skeleton.tsx';
import { SessionRow } from './SessionRow.tsx';

const useT = wordsHook({ common: commonWords, settings: settingsWords });

export interface SessionsSettingsProps {
  /** Undefined while loading. */
  sessions: readonly SessionInfo[] | undefined;
  failed?: boolean;
  onRetry: () => void;
  onEnd: (sessionId: string) => Promise<Problem | null>;
  onEndOthers: () => Promise<Problem | null>;
}

/** Where one is signed in, and the ways to end it. */
export function SessionsSettings({ sessions, failed = false, onRetry, onEnd, onEndOthers }: SessionsSettingsProps) {
  const t = useT();
  const [problem, setProblem] = useState<Problem | null>(null);
  const [asking, setAsking] = useState(false);
  if (failed)
    return (
      <ErrorState
        title={t.common.loadFailed}
        hint={t.common.loadFailedHint}
        retryLabel={t.common.retry}
        onRetry={onRetry}
      />
    );
  if (!sessions) return <SkeletonRows rows={3} label={t.common.loading} />;
  const inOrder = [...sessions].sort(
    (left, right) => Number(right.current) - Number(left.current) || right.lastUsedAt - left.lastUsedAt,
  );
  return (
    <div className="flex flex-col gap-4">
      <p className="text-md text-soft">{t.settings.sessionsHint}</p>
      <FormProblem sentence={problem?.sentence ?? null} />
      <ul className="divide-y divide-line overflow-hidden rounded-lg border border-line">
        {inOrder.map((session) => (
          <SessionRow key={session.id} session={session} onEnd={async () => setProblem(await onEnd(session.id))} />
        ))}
      </ul>
      {sessions.length > 1 ? (
        <Button tone="dangerQuiet" className="-ml-4 self-start" onClick={() => setAsking(true)}>
          {t.settings.endOthers}
        </Button>
      ) : (
        <p className="text-md text-faint">{t.settings.onlyThisSession}</p>
      )}
      {asking && <EndOthers onEndOthers={onEndOthers} onClose={() => setAsking(false)} />}
    </div>
  );
}

function EndOthers({ onEndOthers, onClose }: { onEndOthers: () => Promise<Problem | null>; onClose: () => void }) {
  const t = useT();
  const ending = useSubmit<void>(onEndOthers);
  const confirm = async () => {
    if (await ending.run()) onClose();
  };
  return (
    <ConfirmDialog
      danger
      title={t.settings.endOthersQuestion}
      hint={t.settings.endOthersHint}
      confirmLabel={t.settings.endOthers}
      cancelLabel={t.common.cancel}
      busy={ending.busy}
      error={ending.beside()}
      onConfirm={() => void confirm()}
      onClose={onClose}
    />
  );
}
