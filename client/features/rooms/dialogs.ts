import { lazyDialog } from '#client/lib/overlays.ts';

export const createRoomDialog = lazyDialog(() => import('./CreateRoomDialog.tsx'));
export const newDirectDialog = lazyDialog(() => import('./NewDirectDialog.tsx'));
export const addPeopleDialog = lazyDialog(() => import('./AddPeopleDialog.tsx'));
export const renameRoomDialog = lazyDialog(() => import('./RenameRoomDialog.tsx'));
export const topicDialog = lazyDialog(() => import('./TopicDialog.tsx'));
export const roomQuestionDialog = lazyDialog(() => import('./RoomQuestionDialog.tsx'));
