import { lazyDialog } from '#client/lib/overlays.ts';

export const invitesDialog = lazyDialog(() => import('./InvitesDialog.tsx'));
