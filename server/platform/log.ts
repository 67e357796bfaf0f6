import pino, { type Logger } from 'pino';

export type Log = Logger;

/** Structured lines on standard output. */
export const createLog = (level: string): Log => pino({ level, base: null });
