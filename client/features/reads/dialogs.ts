import { lazyDialog } from '#client/lib/overlays.ts';

export const seenByDialog = lazyDialog(() => import('./SeenByDialog.tsx'));
