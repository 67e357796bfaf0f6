import { create } from 'zustand';

/** Whether the people of a room are shown beside it. */
export const useMembersPanel = create<{ open: boolean }>(() => ({ open: false }));

export const setMembersPanel = (open: boolean): void => useMembersPanel.setState({ open });
