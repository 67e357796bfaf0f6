import { create } from 'zustand';
import type { RoomQuestionKind } from '#client/features/rooms/RoomQuestion.tsx';

/** What stands above the page; one at a time. */
export type Dialog =
  | { kind: 'switcher' }
  | { kind: 'shortcuts' }
  | { kind: 'createRoom'; name?: string }
  | { kind: 'newDirect' }
  | { kind: 'invite' }
  | { kind: 'addPeople'; roomId: string }
  | { kind: 'renameRoom'; roomId: string }
  | { kind: 'topic'; roomId: string }
  | { kind: 'question'; question: RoomQuestionKind; roomId: string; userId: string | null };

interface Overlays {
  dialog: Dialog | null;
  /** Whose profile is open, and beside what. */
  profile: { userId: string; anchor: HTMLElement } | null;
  /** The people of the room beside it. */
  panelOpen: boolean;
}

export const useOverlays = create<Overlays>(() => ({ dialog: null, profile: null, panelOpen: false }));

export const openDialog = (dialog: Dialog): void => useOverlays.setState({ dialog, profile: null });
export const closeDialog = (): void => useOverlays.setState({ dialog: null });
export const openProfile = (userId: string, anchor: HTMLElement): void =>
  useOverlays.setState({ profile: { userId, anchor } });
export const closeProfile = (): void => useOverlays.setState({ profile: null });
export const setPanelOpen = (panelOpen: boolean): void => useOverlays.setState({ panelOpen });
