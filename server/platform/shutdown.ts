import type { Logger } from './logger.ts';

/** A stop that takes longer than this, in ms, is given up. */
const longestStopMs = 10_000;

/**
 * Ends the process in order: at SIGINT and SIGTERM with status 0, after an error that nothing caught with one line in
 * the log and status 1. An error in the middle of something leaves state that nobody can vouch for, so the process
 * does not go on; the writes under way are finished first.
 */
export function exitInOrder(log: Logger, stop: () => Promise<void>): void {
  let status = 0;
  let isStopping = false;
  const exit = async () => {
    if (isStopping) return;
    isStopping = true;
    setTimeout(() => process.exit(1), longestStopMs).unref();
    try {
      await stop();
    } catch (reason) {
      fail(reason);
    }
    process.exit(status);
  };
  const fail = (reason: unknown) => {
    // The first error is the cause; what follows while the server stops would only hide it.
    if (status === 0) log.fatal({ err: reason }, 'an error was not caught, the server stops');
    status = 1;
    void exit();
  };
  process.on('SIGINT', () => void exit());
  process.on('SIGTERM', () => void exit());
  process.on('uncaughtException', fail);
  process.on('unhandledRejection', fail);
}
