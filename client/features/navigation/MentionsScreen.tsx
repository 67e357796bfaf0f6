import type { ReactNode } from 'react';

export interface MentionsScreenProps {
  state: 'loading' | 'failed' | 'empty' | 'ready';
  onRetry: () => void;
  /** Shown on a phone. */
  onBack: () => void;
  /** The list, when ready. */
  children?: ReactNode;
}

/** The frame of the unread mentions in the main column. */
export default function MentionsScreen(_props: MentionsScreenProps) {
  return null;
}
