import type { SessionInfo } from '#shared/auth.ts';
import type { Problem } from '#client/lib/problem.ts';

export interface SessionsSettingsProps {
  /** Undefined while loading. */
  sessions: readonly SessionInfo[] | undefined;
  failed?: boolean;
  onRetry: () => void;
  onEnd: (sessionId: string) => Promise<Problem | null>;
  onEndOthers: () => Promise<Problem | null>;
}

/** Where one is signed in, and the ways to end it. */
export function SessionsSettings(_props: SessionsSettingsProps) {
  return null;
}
