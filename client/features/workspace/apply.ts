import type { LogEvent } from '#shared/events.ts';
import type { Outputs } from '#client/lib/trpc.ts';

type WorkspaceSnapshot = Outputs['workspace']['get'];

export function applyToWorkspace(snapshot: WorkspaceSnapshot, event: LogEvent): WorkspaceSnapshot {
  return event.kind === 'workspace.updated' ? { ...snapshot, workspace: event.workspace } : snapshot;
}
