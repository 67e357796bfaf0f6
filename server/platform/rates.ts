import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { AppError } from '#shared/errors.ts';
import type { Environment } from './config.ts';

export type RateName = 'read' | 'send' | 'change' | 'loginAccount' | 'loginAddress' | 'register' | 'check';

/** How often each thing may be done; a refused call tells how long to wait. */
export class Rates {
  readonly #limiters: Record<RateName, RateLimiterMemory>;

  constructor(config: Pick<Environment, 'READ_RATE' | 'SEND_RATE' | 'CHANGE_RATE' | 'LOGIN_RATE' | 'REGISTER_RATE'>) {
    const limiter = (points: number, duration: number) => new RateLimiterMemory({ points, duration });
    this.#limiters = {
      read: limiter(config.READ_RATE, 10),
      send: limiter(config.SEND_RATE, 10),
      change: limiter(config.CHANGE_RATE, 10),
      loginAccount: limiter(config.LOGIN_RATE, 600),
      loginAddress: limiter(config.LOGIN_RATE * 10, 600),
      register: limiter(config.REGISTER_RATE, 3_600),
      check: limiter(60, 60),
    };
  }

  /** Counts one use by `key`; throws `too_many_requests` with `retryAfterMs` when there were too many. */
  async use(name: RateName, key: string): Promise<void> {
    try {
      await this.#limiters[name].consume(key);
    } catch (reason) {
      if (!(reason instanceof RateLimiterRes)) throw reason;
      throw new AppError('too_many_requests', { retryAfterMs: reason.msBeforeNext });
    }
  }

  /** Takes one use by `key` back, as of a log-in that turned out to be right. */
  async refund(name: RateName, key: string): Promise<void> {
    await this.#limiters[name].reward(key);
  }

  /** Forgets the uses by `key`, as after a log-in that succeeded. */
  async forgive(name: RateName, key: string): Promise<void> {
    await this.#limiters[name].delete(key);
  }
}
