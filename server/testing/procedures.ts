import { z } from 'zod';
import type { Ask } from '#shared/permissions.ts';
import { appRouter } from '#server/features.ts';
import type { Api } from './test-app.ts';

const definition = z.object({
  type: z.enum(['query', 'mutation', 'subscription']),
  meta: z.object({ asks: z.custom<Ask>((value) => typeof value === 'string') }),
});

export interface Found {
  path: string;
  type: z.infer<typeof definition>['type'];
  asks: Ask;
}

/** Every procedure of the running router, by its path. */
export const procedures: Found[] = Object.entries(appRouter._def.procedures).map(([path, procedure]) => {
  const { type, meta } = definition.parse(Reflect.get(procedure, '_def'));
  return { path, type, asks: meta.asks };
});

/** Calls a procedure by its path with whatever input; of a stream it takes the first event. */
export async function call(api: Api, path: string, input: unknown): Promise<unknown> {
  const [noun = '', verb = ''] = path.split('.');
  const procedure: unknown = Reflect.get(Reflect.get(api, noun), verb);
  if (typeof procedure !== 'function') throw new Error(`no procedure ${path}`);
  const result: unknown = await Reflect.apply(procedure, undefined, [input]);
  return isStream(result) ? result[Symbol.asyncIterator]().next() : result;
}

function isStream(value: unknown): value is AsyncIterable<unknown> {
  return typeof value === 'object' && value !== null && Symbol.asyncIterator in value;
}
