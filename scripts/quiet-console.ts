import { afterEach, beforeEach, expect } from 'vitest';

const complain = console.error;
let complaints: string[] = [];

/** Whatever is reported as an error fails the test that caused it; one that expects it spies on console.error. */
beforeEach(() => {
  complaints = [];
  console.error = (...words: unknown[]) => {
    complaints.push(words.map(String).join(' '));
    complain(...words);
  };
});

afterEach(() => {
  console.error = complain;
  expect(complaints, 'console.error was called').toEqual([]);
});
