import type { Submit } from '#client/lib/problem.ts';

export interface RenameRoomDialogProps {
  name: string;
  onRename: Submit<string>;
  onClose: () => void;
}

/** Closes itself when it went well. */
export default function RenameRoomDialog(_props: RenameRoomDialogProps) {
  return null;
}
