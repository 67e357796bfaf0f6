import { z } from 'zod';
import { id, text } from './text.ts';

export const createInviteInput = z.object({
  expiresInHours: z.number().int().min(1).max(8_760).nullable().default(168),
  maxUses: z.number().int().min(1).max(10_000).nullable().default(null),
});
export const inviteCodeInput = z.object({ code: text.min(1).max(100) });
export const inviteIdInput = z.object({ inviteId: id });

/** `url` is the page that opens the invite. */
export interface Invite {
  id: string;
  code: string;
  createdBy: string;
  createdAt: number;
  expiresAt: number | null;
  maxUses: number | null;
  uses: number;
  revokedAt: number | null;
}
export interface InvitePreview {
  workspaceName: string;
  invitedBy: string;
}
