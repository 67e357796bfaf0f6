/** The path of every screen, as the router matches it. */
export const paths = {
  home: '/',
  room: '/r/:roomId/:messageId?',
  browse: '/browse',
  mentions: '/mentions',
  settings: '/settings/:section?',
  invite: '/invite/:code',
} as const;

export const homeHref = paths.home;
export const mentionsHref = paths.mentions;
export const browseHref = paths.browse;
export const roomHref = (roomId: string): string => `/r/${roomId}`;
/** A message in its context. */
export const messageHref = (roomId: string, messageId: string): string => `/r/${roomId}/${messageId}`;
export const settingsHref = (section: string): string => `/settings/${section}`;
export const inviteHref = (code: string): string => `/invite/${code}`;

/** Whether a path of this server is a screen of the page, and not a file or an interface. */
export const isScreenPath = (path: string): boolean => /^\/(?:$|r\/|mentions$|browse$|settings\b|invite\/)/u.test(path);
