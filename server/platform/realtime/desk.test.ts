import { expect, test } from 'vitest';
import { Desk } from './desk.ts';

test('memory that was given back serves the next socket', () => {
  const desk = new Desk();
  const first = desk.take(100);
  desk.giveBack(first);
  const second = desk.take(80);
  expect(second.buffer).toBe(first.buffer);
  expect(second.byteOffset).toBe(first.byteOffset);
});

test('what a slow socket still holds is never written over', () => {
  const desk = new Desk();
  const held = Array.from({ length: 20 }, (_, i) => desk.take(40_000).fill(i));
  const large = desk.take(1_000_000).fill(77);
  for (let i = 0; i < 100; i += 1) desk.giveBack(desk.take(30_000).fill(99));
  held.forEach((buffer, i) => expect(buffer.every((byte) => byte === i)).toBe(true));
  expect(large.every((byte) => byte === 77)).toBe(true);
});
