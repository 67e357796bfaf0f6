import { z } from 'zod';
import { toAll } from './event-headers.ts';
import { registrationMode } from './auth.ts';
import { visibleLine } from './text.ts';

export const workspace = z.object({
  name: z.string(),
  registration: registrationMode,
  lobbyRoomId: z.string(),
});
export type Workspace = z.infer<typeof workspace>;

export const workspaceInput = z.object({
  name: visibleLine.max(64).optional(),
  registration: registrationMode.optional(),
});

export const workspaceEvents = [z.object({ kind: z.literal('workspace.updated'), ...toAll, workspace })] as const;
