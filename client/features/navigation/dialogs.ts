import { lazyDialog } from '#client/lib/overlays.ts';

export const switcherDialog = lazyDialog(() => import('./SwitcherDialog.tsx'));
export const shortcutsDialog = lazyDialog(() => import('./ShortcutsDialog.tsx'));
