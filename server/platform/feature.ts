import type { AnyRouter } from '@trpc/server';
import type { SQLiteTable } from 'drizzle-orm/sqlite-core';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Hooks } from './hooks.ts';
import type { AnyJobKind } from './jobs/job.ts';
import type { Consumer } from './log/consumers.ts';
import type { Caller, Services } from './trpc/context.ts';

/** Answers an HTTP request outside of tRPC; false when the address is not its own. */
export type HttpHandler = (
  services: Services,
  callerOf: () => Promise<Caller | null>,
  req: IncomingMessage,
  res: ServerResponse,
) => Promise<boolean>;

/** One folder of `server/features`, as the server takes it up. All parts are optional. */
export interface Feature extends Partial<Hooks> {
  readonly router?: AnyRouter;
  /** All that `tables.ts` exports. */
  readonly tables?: Readonly<Record<string, SQLiteTable>>;
  /** Durable readers of the log. */
  readonly consumers?: readonly Consumer<Services>[];
  readonly jobs?: readonly AnyJobKind<Services>[];
  readonly http?: HttpHandler;
  /** Runs in every process beside the calls; call the result to stop. */
  readonly background?: (services: Services) => () => void;
}
export type Features = Readonly<Record<string, Feature>>;

/** Keeps the exact type, which the types of the router follow from. */
export const defineFeature = <const F extends Feature>(feature: F): F => feature;

type RoutersOf<F extends Features> = {
  [K in keyof F as F[K] extends { router: AnyRouter } ? K : never]: F[K] extends { router: infer R } ? R : never;
};

/** The routers of the features that have one, by the features' names. */
export function routersOf<F extends Features>(features: F): RoutersOf<F> {
  const routers = Object.entries(features).flatMap(([name, { router }]) => (router ? [[name, router] as const] : []));
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- Object.fromEntries forgets which name has which router.
  return Object.fromEntries(routers) as RoutersOf<F>;
}

/** Each hook calls that of every feature, one after the other, in the same write. */
export function hooksOf(features: Features): Hooks {
  return {
    async onMessageRecalled(tx, messageId) {
      for (const feature of Object.values(features)) await feature.onMessageRecalled?.(tx, messageId);
    },
  };
}
