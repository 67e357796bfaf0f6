import { useState } from 'react';
import { useLocation, useRoute } from 'wouter';
import type { AuthStatus } from '#shared/auth.ts';
import { AuthScreen, type AuthView } from '#client/features/accounts/AuthScreen.tsx';
import { useFirstScreen } from '#client/lib/idle.ts';
import { attempt, problemOf } from '#client/lib/problem.ts';
import { homeHref, paths } from '#client/lib/routes.ts';
import { invitePreview } from '#client/features/invites/queries.ts';
import { client } from '#client/lib/trpc.ts';
import { useQuery } from '@tanstack/react-query';
import { enter, useSessionEnded } from '#client/features/accounts/signing.ts';

/** Everything before somebody is signed in. */
export default function SignedOut({ status }: { status: AuthStatus }) {
  const [, invited] = useRoute(paths.invite);
  const [, navigate] = useLocation();
  const [chosen, setChosen] = useState<'login' | 'register' | null>(null);
  const ended = useSessionEnded((state) => state.ended);
  const code = invited?.code ?? null;
  useFirstScreen(true);
  const invite = useQuery({ ...invitePreview.query(code ?? ''), enabled: code !== null && !status.needsOwner });

  const view = ((): AuthView => {
    if (status.needsOwner) return { kind: 'owner' };
    if (chosen === 'login') return { kind: 'login' };
    if (code === null) return { kind: chosen ?? 'login' };
    if (invite.data) return { kind: 'invite', preview: invite.data };
    return invite.error
      ? { kind: 'inviteRefused', sentence: problemOf(invite.error).sentence }
      : { kind: 'inviteChecking' };
  })();

  const enterAs = async (call: Promise<{ me: Parameters<typeof enter>[0] }>) => {
    const { me } = await call;
    if (code !== null) navigate(homeHref, { replace: true });
    enter(me);
  };
  return (
    <AuthScreen
      view={view}
      workspaceName={status.workspaceName}
      registration={status.registration}
      sessionEnded={ended}
      onView={(kind) => setChosen(kind === 'register' && code !== null ? null : kind)}
      onLogin={(values) => attempt(() => enterAs(client.auth.login.mutate(values)))}
      onRegister={({ displayName, ...values }) =>
        attempt(() =>
          enterAs(
            client.auth.register.mutate({
              ...values,
              ...(displayName ? { displayName } : {}),
              ...(code === null ? {} : { inviteCode: code }),
            }),
          ),
        )
      }
    />
  );
}
