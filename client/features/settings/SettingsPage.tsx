import { useLocation } from 'wouter';
import { mayInWorkspace } from '#shared/permissions.ts';
import { PasswordSettings } from '#client/features/accounts/PasswordSettings.tsx';
import { AppearanceSettings } from '#client/features/appearance/AppearanceSettings.tsx';
import { sessionsQuery } from '#client/features/sessions/queries.ts';
import { SessionsSettings } from '#client/features/sessions/SessionsSettings.tsx';
import { ProfileSettings } from '#client/features/users/ProfileSettings.tsx';
import { useUsers } from '#client/features/users/use-people.ts';
import { WorkspaceSettings } from '#client/features/workspace/WorkspaceSettings.tsx';
import { useTitle } from '#client/features/navigation/use-title.ts';
import { shellWords } from '#client/features/shell/en.ts';
import { wordsHook } from '#client/lib/i18n.ts';
import { attempt } from '#client/lib/problem.ts';
import { homeHref, settingsHref } from '#client/lib/routes.ts';
import { workspaceSnapshot } from '#client/features/workspace/snapshot.ts';
import { client, queryClient } from '#client/lib/trpc.ts';
import { useQuery } from '@tanstack/react-query';
import { useSession } from '#client/lib/session.ts';
import SettingsScreen, { type SettingsSection } from './SettingsScreen.tsx';

const useT = wordsHook({ shell: shellWords });

const sections: readonly SettingsSection[] = ['profile', 'account', 'sessions', 'appearance', 'workspace'];

/** One's own settings, and the workspace's for those who run it. */
export default function SettingsPage({ section }: { section: string | undefined }) {
  const [, navigate] = useLocation();
  useTitle(useT().shell.settings);
  const { meId } = useSession();
  const me = useUsers().get(meId);
  if (!me) return null;
  const runs = mayInWorkspace(me.role, 'configure');
  const known = sections.find((candidate) => candidate === section && (candidate !== 'workspace' || runs)) ?? 'profile';
  return (
    <SettingsScreen section={known} mayRunWorkspace={runs} hrefOf={settingsHref} onClose={() => navigate(homeHref)}>
      {known === 'profile' && (
        <ProfileSettings
          me={me}
          onSave={(values) => attempt(() => client.users.updateProfile.mutate(values))}
          onPicture={(image) => attempt(() => client.users.setAvatar.mutate({ image }))}
        />
      )}
      {known === 'account' && (
        <PasswordSettings
          name={me.name}
          onChange={(values) => attempt(() => client.auth.changePassword.mutate(values))}
        />
      )}
      {known === 'sessions' && <Sessions />}
      {known === 'appearance' && <AppearanceSettings />}
      {known === 'workspace' && <WorkspaceSection />}
    </SettingsScreen>
  );
}

function Sessions() {
  // Sessions come and go elsewhere, and no event reports it.
  const { data, isError, refetch } = useQuery({ ...sessionsQuery, staleTime: 0 });
  const change = (call: () => Promise<unknown>) =>
    attempt(async () => {
      await call();
      await queryClient.invalidateQueries(sessionsQuery);
    });
  return (
    <SessionsSettings
      sessions={data}
      failed={isError}
      onRetry={() => void refetch()}
      onEnd={(sessionId) => change(() => client.auth.revoke.mutate({ sessionId }))}
      onEndOthers={() => change(() => client.auth.revokeOthers.mutate())}
    />
  );
}

function WorkspaceSection() {
  const { data } = useQuery(workspaceSnapshot.query());
  if (!data) return null;
  return (
    <WorkspaceSettings
      workspace={data.workspace}
      onSave={(values) => attempt(() => client.workspace.update.mutate(values))}
    />
  );
}
