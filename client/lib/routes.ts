/** The address of every screen. */
export const homeHref = '/';
export const mentionsHref = '/mentions';
export const browseHref = '/browse';
export const roomHref = (roomId: string): string => `/r/${roomId}`;
/** A message in its context. */
export const messageHref = (roomId: string, messageId: string): string => `/r/${roomId}/${messageId}`;
export const settingsHref = (section: string): string => `/settings/${section}`;
export const inviteHref = (code: string): string => `/invite/${code}`;

/** Whether a path of this server is a screen of the page, and not a file or an interface. */
export const isScreenPath = (path: string): boolean => /^\/(?:$|r\/|mentions$|browse$|settings\b|invite\/)/u.test(path);
