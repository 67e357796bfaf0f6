import type { RegistrationMode } from '#shared/auth.ts';
import type { InvitePreview } from '#shared/workspace.ts';
import type { Submit } from '#client/lib/problem.ts';

export interface LoginValues {
  name: string;
  password: string;
}
export interface RegisterValues extends LoginValues {
  /** Empty: the name serves. */
  displayName: string;
  /** Only on the first run. */
  workspaceName?: string;
}

/** What the address and the server's status ask for. */
export type AuthView =
  | { kind: 'login' }
  /** Open registration without an invite; where it is closed the screen says so. */
  | { kind: 'register' }
  | { kind: 'owner' }
  | { kind: 'inviteChecking' }
  | { kind: 'invite'; preview: InvitePreview }
  | { kind: 'inviteRefused'; sentence: string };

export interface AuthScreenProps {
  /** One mounted screen serves all views, so that what was typed survives going between them. */
  view: AuthView;
  workspaceName: string;
  registration: RegistrationMode;
  /** The person was signed in before, and is no more. */
  sessionEnded?: boolean;
  onView: (kind: 'login' | 'register') => void;
  onLogin: Submit<LoginValues>;
  onRegister: Submit<RegisterValues>;
}

/** Everything before somebody is signed in. */
export function AuthScreen(_props: AuthScreenProps) {
  return null;
}
