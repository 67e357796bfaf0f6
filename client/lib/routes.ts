/** The address of every screen. */
export const homeHref = '/';
export const mentionsHref = '/mentions';
export const browseHref = '/browse';
export const roomHref = (roomId: string): string => `/r/${roomId}`;
/** A message in its context. */
export const messageHref = (roomId: string, messageId: string): string => `/r/${roomId}/${messageId}`;
export const settingsHref = (section: string): string => `/settings/${section}`;
export const inviteHref = (code: string): string => `/invite/${code}`;
