import type { Submit } from '#client/lib/problem.ts';

export interface PasswordValues {
  currentPassword: string;
  newPassword: string;
}
export interface PasswordSettingsProps {
  /** For password managers. */
  name: string;
  onChange: Submit<PasswordValues>;
}

export function PasswordSettings(_props: PasswordSettingsProps) {
  return null;
}
