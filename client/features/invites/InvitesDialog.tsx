import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Invite } from '#shared/invites.ts';
import { wordsHook } from '#client/lib/i18n.ts';
import { commonWords } from '#client/lib/en.ts';
import { invitesWords } from './en.ts';
import { closeDialog } from '#client/lib/overlays.ts';
import { attempt, problemOf, type Problem } from '#client/lib/problem.ts';
import { inviteHref } from '#client/lib/routes.ts';
import { client, queryClient } from '#client/lib/trpc.ts';
import { Dialog } from '#client/ui/Dialog.tsx';
import { ErrorState } from '#client/ui/ErrorState.tsx';
import { FormProblem } from '#client/ui/FormProblem.tsx';
import { Skeleton } from '#client/ui/Skeleton.tsx';
import { CreateInvite, type InviteValues } from './CreateInvite.tsx';
import { InviteRow } from './InviteRow.tsx';
import { invitesQuery } from './queries.ts';

const useT = wordsHook({ common: commonWords, invites: invitesWords });

const urlOf = ({ code }: Invite): string => new URL(inviteHref(code), location.origin).href;

async function create(values: InviteValues): Promise<{ invite: Invite } | { problem: Problem }> {
  try {
    const invite = await client.invites.create.mutate(values);
    void queryClient.invalidateQueries(invitesQuery);
    return { invite };
  } catch (reason) {
    return { problem: problemOf(reason) };
  }
}

const withdraw = ({ id }: Invite): Promise<Problem | null> =>
  attempt(async () => {
    await client.invites.revoke.mutate({ inviteId: id });
    await queryClient.invalidateQueries(invitesQuery);
  });

/** Links by which others come in. */
export default function InvitesDialog() {
  const t = useT();
  return (
    <Dialog title={t.invites.title} closeLabel={t.common.close} onClose={closeDialog} width={540}>
      <p className="mb-4 text-md text-faint">{t.invites.hint}</p>
      <CreateInvite urlOf={urlOf} onCreate={create} />
      <h3 className="mt-6 mb-1 text-sm font-semibold text-faint">{t.invites.list}</h3>
      <div className="min-h-24">
        <List />
      </div>
    </Dialog>
  );
}

function List() {
  const t = useT();
  // Others make and use invites too, and no event reports it.
  const { data: invites, isError, refetch } = useQuery({ ...invitesQuery, staleTime: 0 });
  const [problem, setProblem] = useState<Problem | null>(null);
  if (isError)
    return (
      <ErrorState
        title={t.common.loadFailed}
        hint={t.common.loadFailedHint}
        retryLabel={t.common.retry}
        onRetry={() => void refetch()}
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
            onWithdraw={async () => setProblem(await withdraw(invite))}
          />
        ))}
      </ul>
    </>
  );
}
