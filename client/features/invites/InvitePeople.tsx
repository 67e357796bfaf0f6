import type { Invite } from '#shared/workspace.ts';
import type { Problem } from '#client/lib/problem.ts';

export interface InviteValues {
  /** Null: never. */
  expiresInHours: number | null;
  /** Null: no limit. */
  maxUses: number | null;
}
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
export default function InvitePeople(_props: InvitePeopleProps) {
  return null;
}
