import type { Submit } from '#client/lib/problem.ts';

export interface CreateRoomValues {
  kind: 'public' | 'private';
  name: string;
  topic: string;
}
export interface CreateRoomDialogProps {
  initialName?: string;
  /** Closing and going to the new room is the caller's, when it went well. */
  onCreate: Submit<CreateRoomValues>;
  onClose: () => void;
}

export default function CreateRoomDialog(_props: CreateRoomDialogProps) {
  return null;
}
