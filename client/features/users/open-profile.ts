import { lazyDialog, openCard } from '#client/lib/overlays.ts';

const profileCard = lazyDialog(() => import('./ProfileCard.tsx'));

/** Shows who somebody is, beside what was pressed. */
export const openProfile = (userId: string, anchor: HTMLElement): void => openCard(profileCard, { userId, anchor });
