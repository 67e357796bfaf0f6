import { act } from 'react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { useRealtime } from '#client/lib/realtime.ts';
import { renderHook } from '#client/testing/hook.tsx';
import { activityReports, useActivity } from './use-activity.ts';

const stream = (state: 'live' | 'down') => act(async () => useRealtime.setState({ state }));
const reports: boolean[] = [];

beforeEach(() => {
  vi.useFakeTimers();
  reports.length = 0;
  vi.spyOn(activityReports, 'set').mockImplementation((_tab, active) => void reports.push(active));
  useRealtime.setState({ state: 'live' });
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.useRealTimers();
});

test('a person at the tab all along reports nothing, also when the stream comes back', async () => {
  const { unmount } = await renderHook(useActivity, undefined);
  await stream('down');
  await stream('live');
  expect(reports).toEqual([]);
  await unmount();
});

test('who was away is reported here when they are at the tab as the stream comes back', async () => {
  const { unmount } = await renderHook(useActivity, undefined);
  await act(async () => void vi.advanceTimersByTime(5 * 60_000));
  expect(reports).toEqual([false]);
  await stream('down');
  dispatchEvent(new Event('pointermove'));
  await stream('live');
  expect(reports).toEqual([false, true]);
  await unmount();
});
