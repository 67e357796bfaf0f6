/** How long to wait before attempt `attempt` (from 1), in ms: doubles from `base` up to `cap`, up to a half shorter at random. */
export function backoffMs(attempt: number, { base, cap }: { base: number; cap: number }): number {
  return Math.min(base * 2 ** (attempt - 1), cap) * (1 - Math.random() / 2);
}
