import { defineSnapshot } from '#client/lib/snapshots.ts';

export const workspaceSnapshot = defineSnapshot({
  name: 'workspace',
  scope: 'person',
  boot: true,
  load: (api) => api.workspace.get.query(),
  apply: (snapshot, event) =>
    event.kind === 'workspace.updated' ? { ...snapshot, workspace: event.workspace } : snapshot,
});
