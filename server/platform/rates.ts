import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { AppError } from '#shared/errors.ts';
import type { Environment } from './config.ts';

export type RateName =
  | 'read'
  | 'send'
  | 'change'
  | 'invite'
  | 'loginAccount'
  | 'loginAddress'
  | 'loginEverywhere'
  | 'register'
  | 'check';

type RateConfig = Pick<
  Environment,
  'READ_RATE' | 'SEND_RATE' | 'CHANGE_RATE' | 'INVITE_RATE' | 'LOGIN_RATE' | 'REGISTER_RATE'
>;

/** How often each thing may be done; a refused call says how long to wait. */
export interface Rates {
  /** Counts `points` uses by `key`; throws `too_many_requests` with `retryAfterMs` when there were too many. */
  use(name: RateName, key: string, points?: number): Promise<void>;
  /** Takes one use by `key` back, as of a log-in that turned out to be right. */
  refund(name: RateName, key: string): Promise<void>;
  /** Forgets the uses by `key`, as after a log-in that succeeded. */
  forgive(name: RateName, key: string): Promise<void>;
}

/** The rates of a server that is one process. */
export class MemoryRates implements Rates {
  readonly #limiters: Record<RateName, RateLimiterMemory>;

  constructor(config: RateConfig) {
    const limiter = (points: number, duration: number) => new RateLimiterMemory({ points, duration });
    this.#limiters = {
      read: limiter(config.READ_RATE, 10),
      send: limiter(config.SEND_RATE, 10),
      change: limiter(config.CHANGE_RATE, 10),
      invite: limiter(config.INVITE_RATE, 600),
      loginAccount: limiter(config.LOGIN_RATE, 600),
      loginEverywhere: limiter(config.LOGIN_RATE * 20, 600),
      loginAddress: limiter(config.LOGIN_RATE * 10, 600),
      register: limiter(config.REGISTER_RATE, 3_600),
      check: limiter(60, 60),
    };
  }

  async use(name: RateName, key: string, points = 1): Promise<void> {
    const limiter = this.#limiters[name];
    try {
      await limiter.consume(key, points);
    } catch (reason) {
      if (!(reason instanceof RateLimiterRes)) throw reason;
      // A clock that was set back must not lengthen the wait.
      throw new AppError('too_many_requests', {
        retryAfterMs: Math.min(reason.msBeforeNext, limiter.duration * 1_000),
      });
    }
  }

  async refund(name: RateName, key: string): Promise<void> {
    await this.#limiters[name].reward(key);
  }

  async forgive(name: RateName, key: string): Promise<void> {
    await this.#limiters[name].delete(key);
  }
}
