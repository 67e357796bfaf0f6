import { expect, test } from 'vitest';
import { WriteBufferPool } from './write-buffer-pool.ts';

test('memory that was given back serves the next socket', () => {
  const buffers = new WriteBufferPool();
  const first = buffers.allocate(100);
  buffers.release(first);
  const second = buffers.allocate(80);
  expect(second.buffer).toBe(first.buffer);
  expect(second.byteOffset).toBe(first.byteOffset);
});

test('what a slow socket still holds is never written over', () => {
  const buffers = new WriteBufferPool();
  const held = Array.from({ length: 20 }, (_, i) => buffers.allocate(40_000).fill(i));
  const large = buffers.allocate(1_000_000).fill(77);
  for (let i = 0; i < 100; i += 1) buffers.release(buffers.allocate(30_000).fill(99));
  held.forEach((buffer, i) => expect(buffer.every((byte) => byte === i)).toBe(true));
  expect(large.every((byte) => byte === 77)).toBe(true);
});
