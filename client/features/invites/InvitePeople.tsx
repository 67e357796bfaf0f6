import { useState } from 'react';
import type { Invite } from '#shared/workspace.ts';
import { wordsHook } from '#client/lib/i18n.ts';
import { commonWords } from '#client/lib/en.ts';
import { invitesWords } from './en.ts';
import type { Problem } from '#client/lib/problem.ts';
import { Dialog } from '#client/ui/Dialog.tsx';
import { ErrorState } from '#client/ui/ErrorState.tsx';
import { FormProblem } from '#client/ui/FormProblem.tsx';
import { Skeleton } from '#client/ui/Skeleton.tsx';
import { CreateInvite, type InviteValues } from './CreateInvite.tsx';
import { InviteRow } from './InviteRow.tsx';

const useT = wordsHook({ common: commonWords, invites: invitesWords });

export type { InviteValues } from './CreateInvite.tsx';

export interface InvitePeopleProps {
  /** Undefined while loading; newest first. */
  invites: readonly Invite[] | undefined;
  failed?: boolean;
  onRetry: () => void;
  urlOf: (invite: Invite) => string;
  onCreate: (values: InviteValues) => Promise<{ invite: Invite } | { problem: Problem }>;
  onWithdraw: (invite: Invite) => Promise<Problem | null>;
  onClose: () => void;
}

/** A dialog: links by which others come in. */
export default function InvitePeople(props: InvitePeopleProps) {
  const { urlOf, onCreate, onClose } = props;
  const t = useT();
  return (
    <Dialog title={t.invites.title} closeLabel={t.common.close} onClose={onClose} width={540}>
      <p className="mb-4 text-md text-faint">{t.invites.hint}</p>
      <CreateInvite urlOf={urlOf} onCreate={onCreate} />
      <h3 className="mt-6 mb-1 text-sm font-semibold text-faint">{t.invites.list}</h3>
      <div className="min-h-24">
        <List {...props} />
      </div>
    </Dialog>
  );
}

function List({ invites, failed = false, onRetry, urlOf, onWithdraw }: InvitePeopleProps) {
  const t = useT();
  const [problem, setProblem] = useState<Problem | null>(null);
  if (failed)
    return (
      <ErrorState
        title={t.common.loadFailed}
        hint={t.common.loadFailedHint}
        retryLabel={t.common.retry}
        onRetry={onRetry}
      />
    );
  if (!invites) {
    return (
      <div role="status" aria-label={t.common.loading} className="flex flex-col gap-3 py-2">
        <Skeleton className="h-9" />
        <Skeleton className="h-9" />
      </div>
    );
  }
  if (invites.length === 0) return <p className="py-3 text-md text-faint">{t.invites.empty}</p>;
  return (
    <>
      <FormProblem sentence={problem?.sentence ?? null} className="my-2" />
      <ul className="divide-y divide-line">
        {invites.map((invite) => (
          <InviteRow
            key={invite.id}
            invite={invite}
            url={urlOf(invite)}
            onWithdraw={async () => setProblem(await onWithdraw(invite))}
          />
        ))}
      </ul>
    </>
  );
}
