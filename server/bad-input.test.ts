import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { errorCodes } from '#shared/errors.ts';
import { engines } from '#server/testing/engines.ts';
import { type Cast, createCast, makeFixture } from '#server/testing/permission-fixture.ts';
import { inputs } from '#server/testing/fixtures.ts';
import { startDevice } from '#server/testing/people.ts';
import { call, procedures } from '#server/testing/procedures.ts';
import { refusal } from '#server/testing/refusal.ts';
import { type Api, useTestApp } from '#server/testing/test-app.ts';

const hostile = [
  'NOT',
  '"',
  "'; drop table users; --",
  'C++',
  '%',
  '_',
  '\\',
  '👩🏽‍🚀',
  '\u202Ertl',
  '\u0000',
  '\uD800',
  '__proto__',
  '',
];
const wrong: unknown[] = [
  undefined,
  null,
  true,
  -1,
  1.5,
  2 ** 53,
  Number.NaN,
  [],
  {},
  [null],
  { at: 'nowhere' },
  'x'.repeat(100_000),
];

/** The input with one of its values, at any depth, replaced. */
function* spoiled(input: unknown, values: readonly unknown[]): Generator {
  yield* values;
  if (typeof input !== 'object' || input === null) return;
  for (const [key, value] of Object.entries(input)) {
    for (const other of spoiled(value, values)) yield Array.isArray(input) ? [other] : { ...input, [key]: other };
  }
}

/** Calls it and ends whatever it streams; a refusal must be of the closed list, and never the server's own fault. */
async function survives(as: (signal: AbortSignal) => Api, path: string, input: unknown): Promise<void> {
  const ending = new AbortController();
  const refused = await refusal(call(as(ending.signal), path, input));
  ending.abort();
  if (refused) expect(Object.keys(errorCodes)).toContain(refused.code);
}

describe.each(engines)('bad input on %s', (engine) => {
  const unlimited = { REGISTER_RATE: '1000000', LOGIN_RATE: '1000000' };
  const app = useTestApp(engine, unlimited);
  let cast: Cast;
  beforeAll(async () => {
    await app().person('founder');
    cast = await createCast(app().services);
  });

  /** A person with a room of their own for one test, and how they call. */
  async function callerAs(actor: 'admin' | 'member') {
    const { services } = app();
    const fixture = await makeFixture(services, cast, actor);
    const { token } = await startDevice(services, cast.ids[actor]);
    return { fixture, as: (signal: AbortSignal) => app().visit(token, {}, signal) };
  }

  test.each(procedures)(
    '$path answers wrong types, missing fields, wrong ids and hostile strings',
    async ({ path }) => {
      const right = inputs.get(path);
      expect(right).toBeTypeOf('function');
      if (!right) return;
      const { fixture, as } = await callerAs('admin');
      for (const input of spoiled(right(fixture), [...wrong, ...hostile])) await survives(as, path, input);
    },
  );

  test.each(procedures)('$path answers whatever else comes', async ({ path }) => {
    const make = inputs.get(path);
    expect(make).toBeTypeOf('function');
    if (!make) return;
    const { fixture, as } = await callerAs('member');
    const right = make(fixture);
    const shaped = fc.record(Object.fromEntries(Object.keys(right ?? {}).map((key) => [key, fc.anything()])));
    const partly = shaped.map((other) => Object.assign({}, right, other));
    const anything = fc.oneof(fc.anything(), partly);
    await fc.assert(
      fc.asyncProperty(anything, (input) => survives(as, path, input)),
      { numRuns: 8, endOnFailure: true },
    );
  });
});
