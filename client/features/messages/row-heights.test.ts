import { expect, test, vi } from 'vitest';
import { someMessage } from '#client/testing/messages.ts';
import { knownHeight, readHeight, rememberHeight } from './row-heights.ts';
import type { TimelineRow } from './timeline-rows.ts';

const row = (tempId: string, grouped = false): TimelineRow => ({
  kind: 'message',
  key: `ann:${tempId}`,
  shown: { message: { ...someMessage, tempId }, state: 'sent' },
  grouped,
});

test('a room of many rows is laid out once: placing a row does not make the next one measure the page again', async () => {
  const list = document.body.appendChild(document.createElement('div'));
  const rows = Array.from({ length: 40 }, () => list.appendChild(document.createElement('div')));
  let dirty = true;
  let layouts = 0;
  vi.spyOn(HTMLElement.prototype, 'offsetHeight', 'get').mockImplementation(() => {
    if (dirty) layouts += 1;
    dirty = false;
    return 40;
  });
  for (const element of rows) {
    expect(readHeight(element)).toBe(40);
    element.style.top = '40px';
    dirty = true;
  }
  expect(layouts).toBe(1);
  await Promise.resolve();
  expect(readHeight(list)).toBe(40);
  expect(layouts).toBe(2);
  vi.restoreAllMocks();
});

test('a row of a room seen before has its height at once, while the timeline is as wide as it was', () => {
  rememberHeight(row('1'), 720, 64);
  expect(knownHeight(row('1'), 720)).toBe(64);
  expect(knownHeight(row('1', true), 720)).toBeUndefined();
  expect(knownHeight(row('1'), 500)).toBeUndefined();
  rememberHeight(row('2'), 500, 85);
  expect(knownHeight(row('1'), 500)).toBeUndefined();
  expect(knownHeight(row('2'), 500)).toBe(85);
});
