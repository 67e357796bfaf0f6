import pino from 'pino';

export type Logger = pino.Logger;

/** Structured lines on standard output. */
export const createLogger = (level: string): Logger => pino({ level, base: null });
