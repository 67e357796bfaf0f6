import { create } from 'zustand';

/** The build this page is of; empty while developing. */
export const pageVersion = typeof __PARLEY_VERSION__ === 'string' ? __PARLEY_VERSION__ : '';

/** The server is of another build than this page, whose files it may not have any more. */
export const useOutdated = create(() => ({ outdated: false }));
