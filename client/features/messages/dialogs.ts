import { lazyDialog } from '#client/lib/overlays.ts';

export const messageSheet = lazyDialog(() => import('./MessageSheetDialog.tsx'));
export const editHistoryDialog = lazyDialog(() => import('./EditHistoryDialog.tsx'));
export const recallDialog = lazyDialog(() => import('./RecallDialog.tsx'));
