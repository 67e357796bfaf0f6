import { nanoid } from 'nanoid';
import type { z } from 'zod';
import type { Tx } from '#server/platform/db/store.ts';
import { jobs } from './tables.ts';

/** A kind of background work. `handle` may run again after a crash, so what it does twice must count once. */
export interface JobKind<Payload, Deps> {
  readonly kind: string;
  /** Attempts before the job is dead; a recurring job never is. */
  readonly maxAttempts: number;
  /** A recurring job runs again this many ms after each run. */
  readonly everyMs: number | null;
  readonly payload: z.ZodType<Payload>;
  readonly handle: (payload: Payload, deps: Deps) => Promise<void>;
}

/** Any kind of job, as a runner holds it: the payload is parsed by the kind's own schema just before it runs. */
export interface AnyJobKind<Deps> {
  readonly kind: string;
  readonly maxAttempts: number;
  readonly everyMs: number | null;
  readonly run: (payload: unknown, deps: Deps) => Promise<void>;
}

const defaultAttempts = 8;

export function defineJob<Payload, Deps>(
  kind: string,
  payload: z.ZodType<Payload>,
  handle: (payload: Payload, deps: Deps) => Promise<void>,
  maxAttempts = defaultAttempts,
): JobKind<Payload, Deps> & AnyJobKind<Deps> {
  const run = async (given: unknown, deps: Deps) => handle(payload.parse(given), deps);
  return { kind, maxAttempts, everyMs: null, payload, handle, run };
}

/** Work that one process of all does every `everyMs` ms. It is planned when a runner starts. */
export function defineRecurringJob<Deps>(
  kind: string,
  everyMs: number,
  handle: (deps: Deps) => Promise<void>,
): AnyJobKind<Deps> {
  return { kind, maxAttempts: Infinity, everyMs, run: (_, deps) => handle(deps) };
}

/**
 * Stores a job in the write that causes it: both are committed, or neither. `runAt` is ms since 1970, now by default.
 * While a job of the kind with the same `key` has not begun, it stays as it is and no other is stored.
 */
export async function enqueue<Payload>(
  tx: Tx,
  { kind }: Pick<JobKind<Payload, never>, 'kind' | 'payload'>,
  payload: Payload,
  { runAt = tx.now, key = null }: { runAt?: number; key?: string | null } = {},
): Promise<void> {
  const row = { id: nanoid(), kind, uniqueKey: key, payload: JSON.stringify(payload), runAt, createdAt: tx.now };
  await tx.db.insert(tx.db.of(jobs)).values(row).onConflictDoNothing();
  tx.enqueued();
}
