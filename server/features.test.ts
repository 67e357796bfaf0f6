import type { inferRouterInputs, inferRouterOutputs } from '@trpc/server';
import { expect, expectTypeOf, test } from 'vitest';
import type { EventOf, LogEventKind } from '#shared/events.ts';
import type { Sent } from '#shared/messages.ts';
import type { Feature } from '#server/platform/feature.ts';
import { type AppRouter, appRouter, features } from './features.ts';

test('the list of features says which procedures and events there are, by exact types', () => {
  type Inputs = inferRouterInputs<AppRouter>;
  type Outputs = inferRouterOutputs<AppRouter>;
  expectTypeOf<Inputs['reactions']['add']>().toEqualTypeOf<{ messageId: string; emoji: string }>();
  expectTypeOf<Outputs['messages']['send']>().toEqualTypeOf<Sent>();
  expectTypeOf<EventOf<'reaction.added'>['emoji']>().toEqualTypeOf<string>();
  expectTypeOf<LogEventKind>().not.toEqualTypeOf<string>();
  expectTypeOf<'nothing' extends keyof Inputs ? true : false>().toEqualTypeOf<false>();
  expect(Object.keys(appRouter._def.procedures)).toContain('reactions.add');
});

test('every folder with a feature is in the list', () => {
  const written = Object.values(import.meta.glob<Record<string, Feature>>('./features/*/feature.ts', { eager: true }));
  expect(written.length).toBeGreaterThan(0);
  for (const module of written) expect(Object.values<Feature>(features)).toContain(Object.values(module)[0]);
});
