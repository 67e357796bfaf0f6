import { useCallback, useEffect, useState } from 'react';
import { create } from 'zustand';
import { editedIn } from '#client/lib/drafts.ts';

/** The message that is being changed in its place in each room of this tab; null where it was given up or saved. */
const useEditedIds = create<Readonly<Record<string, string | null>>>(() => ({}));

export const startEditing = (roomId: string, messageId: string): void => useEditedIds.setState({ [roomId]: messageId });

/** At first the one whose change was under way when the room was left. Give the component `key={room.id}`. */
export function useEditing(meId: string, roomId: string) {
  const [first] = useState(() => editedIn(meId, roomId));
  const edited = useEditedIds((state) => state[roomId]);
  useEffect(
    () => () => {
      const { [roomId]: _left, ...others } = useEditedIds.getState();
      useEditedIds.setState(others, true);
    },
    [roomId],
  );
  const onEditingChange = useCallback(
    (messageId: string | null) => useEditedIds.setState({ [roomId]: messageId }),
    [roomId],
  );
  return { editingId: edited === undefined ? first : edited, onEditingChange };
}
