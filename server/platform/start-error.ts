/** Thrown where the server cannot start; its message is one line that says what to do. */
export class StartError extends Error {}

/** What went wrong, in the words of the system or the database. */
export const messageOf = (reason: unknown): string => (reason instanceof Error ? reason.message : String(reason));
