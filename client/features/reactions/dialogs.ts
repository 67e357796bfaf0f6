import { lazyDialog } from '#client/lib/overlays.ts';

export const emojiDialog = lazyDialog(() => import('./EmojiDialog.tsx'));
