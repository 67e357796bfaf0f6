import type { Submit } from '#client/lib/problem.ts';

export interface TopicDialogProps {
  topic: string;
  onSave: Submit<string>;
  onClose: () => void;
}

/** Closes itself when it went well. */
export default function TopicDialog(_props: TopicDialogProps) {
  return null;
}
