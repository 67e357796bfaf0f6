/** What people can be seen doing in a room: live, never stored. */
export const signals = ['typing'] as const;
export type Signal = (typeof signals)[number];

/** How long each lasts unless it is sent again, in ms. */
export const signalMs: Readonly<Record<Signal, number>> = { typing: 5_000 };
