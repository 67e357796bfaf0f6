import type { ReactNode } from 'react';

export type SettingsSection = 'profile' | 'account' | 'sessions' | 'appearance' | 'workspace';

export interface SettingsScreenProps {
  section: SettingsSection;
  /** Whether `workspace` is offered. */
  mayRunWorkspace: boolean;
  hrefOf: (section: SettingsSection) => string;
  onClose: () => void;
  /** The section's own content: ProfileSettings, PasswordSettings … */
  children: ReactNode;
}

/** The frame of all settings in the main column. */
export default function SettingsScreen(_props: SettingsScreenProps) {
  return null;
}
