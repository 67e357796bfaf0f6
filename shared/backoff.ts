interface Backoff {
  /** The first pause, in ms; each next one is twice as long. */
  base: number;
  /** The longest pause, in ms. */
  cap: number;
  /** The share of a pause that may be left out at random, so that many do not return all at once. */
  jitter?: number;
}

/** The longest a server may ask to wait, in ms: one whose clock was set back names a time without end. */
export const longestWaitMs = 60_000;

/** How long to wait before another try, in ms; `attempt` is 0 after the first failure. */
export const backoff = (attempt: number, { base, cap, jitter = 0.5 }: Backoff): number =>
  Math.min(base * 2 ** attempt, cap) * (1 - Math.random() * jitter);
