import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { AppError } from '#shared/errors.ts';
import { MemoryRates, type Rates } from './rates.ts';

const config = { READ_RATE: 2, SEND_RATE: 2, CHANGE_RATE: 2, INVITE_RATE: 4, LOGIN_RATE: 2, REGISTER_RATE: 2 };
const used = async (rates: Rates, key: string): Promise<number | null> => {
  try {
    await rates.use('send', key);
    return null;
  } catch (reason) {
    if (reason instanceof AppError && reason.code === 'too_many_requests') return reason.details.retryAfterMs ?? 0;
    throw reason;
  }
};

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

test('after so many uses one waits until the time is over, each person for themselves', async () => {
  const rates = new MemoryRates(config);
  expect([await used(rates, 'ann'), await used(rates, 'ann')]).toEqual([null, null]);
  vi.advanceTimersByTime(4_000);
  expect(await used(rates, 'ann')).toBe(6_000);
  expect(await used(rates, 'bob')).toBeNull();
  vi.advanceTimersByTime(6_001);
  expect(await used(rates, 'ann')).toBeNull();
});

test('a use that is taken back or forgiven does not count', async () => {
  const rates = new MemoryRates(config);
  await used(rates, 'ann');
  await rates.refund('send', 'ann');
  expect([await used(rates, 'ann'), await used(rates, 'ann')]).toEqual([null, null]);
  expect(await used(rates, 'ann')).not.toBeNull();
  await rates.forgive('send', 'ann');
  expect(await used(rates, 'ann')).toBeNull();
});

test('a clock that is set back lengthens no wait beyond its window', async () => {
  const rates = new MemoryRates(config);
  for (let use = 0; use < 2; use += 1) await used(rates, 'ann');
  vi.setSystemTime(Date.now() - 86_400_000);
  expect(await used(rates, 'ann')).toBeLessThanOrEqual(10_000);
});

test('several uses at once count as so many', async () => {
  const rates = new MemoryRates(config);
  await rates.use('invite', 'ann', 3);
  await expect(rates.use('invite', 'ann', 2)).rejects.toMatchObject({ code: 'too_many_requests' });
});
