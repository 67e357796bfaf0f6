import { appRouter } from '#server/router.ts';
import type { Api } from './world.ts';

export interface Found {
  path: string;
  type: 'query' | 'mutation' | 'subscription';
}

/** Every procedure of the running router, by its path. */
export const procedures: Found[] = Object.entries(appRouter._def.procedures).map(([path, procedure]) => {
  const { type } = procedureOf(procedure);
  return { path, type };
});

function procedureOf(value: unknown): { type: Found['type'] } {
  const type: unknown = typeof value === 'function' ? Reflect.get(Reflect.get(value, '_def') as object, 'type') : null;
  if (type === 'query' || type === 'mutation' || type === 'subscription') return { type };
  throw new Error('the router holds something that is no procedure');
}

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
