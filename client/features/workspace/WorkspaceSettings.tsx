import type { RegistrationMode } from '#shared/auth.ts';
import type { Workspace } from '#shared/workspace.ts';
import type { Submit } from '#client/lib/problem.ts';

export interface WorkspaceValues {
  name: string;
  registration: RegistrationMode;
}
export interface WorkspaceSettingsProps {
  workspace: Pick<Workspace, 'name' | 'registration'>;
  onSave: Submit<WorkspaceValues>;
}

/** For those who run the workspace. */
export function WorkspaceSettings(_props: WorkspaceSettingsProps) {
  return null;
}
