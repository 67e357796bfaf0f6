/** The build this server is of; the page of the same build carries the same. `dev` while developing. */
export const version: string = typeof __PARLEY_VERSION__ === 'string' ? __PARLEY_VERSION__ : 'dev';
