import type { Submit } from '#client/lib/problem.ts';
import type { User } from '#shared/users.ts';

export interface ProfileValues {
  displayName: string;
  statusText: string;
}
export interface ProfileSettingsProps {
  me: User;
  onSave: Submit<ProfileValues>;
  /** A square PNG, JPEG or WebP in base64, small enough for the server; null removes the picture. */
  onPicture: Submit<string | null>;
}

/** Picture, display name and status. */
export function ProfileSettings(_props: ProfileSettingsProps) {
  return null;
}
