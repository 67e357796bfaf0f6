import { expect, test } from 'vitest';
import { type Beating, checkPulse, heartbeat } from './heartbeat.ts';

class FakeConnection implements Beating {
  aliveAt = 0;
  checksSinceAsked: number | null = null;
  isPaused = false;
  asked = 0;
  isCut = false;
  #due = false;

  constructor(private readonly isAlive: boolean) {}

  ask(): void {
    this.asked += 1;
    this.#due = true;
  }

  terminate(): void {
    this.isCut = true;
  }

  /** The answer arrives. */
  hear(now: number): void {
    if (!this.#due || !this.isAlive) return;
    this.#due = false;
    this.aliveAt = now;
    this.checksSinceAsked = null;
  }
}

/** Checks for so many seconds; answers arrive between two checks. */
function pass(connections: readonly FakeConnection[], from: number, to: number): void {
  for (let ms = from * 1_000; ms <= to * 1_000; ms += heartbeat.everyMs) {
    const now = Math.floor(ms / 1_000);
    checkPulse(
      connections.filter(({ isCut }) => !isCut),
      now,
    );
    for (const connection of connections) connection.hear(now);
  }
}

test('of ten thousand who fell silent at one moment and would answer, nobody is cut off', () => {
  const connections = Array.from({ length: 10_000 }, () => new FakeConnection(true));
  pass(connections, 0, 120);
  expect(connections.filter(({ isCut }) => isCut).length).toBe(0);
  expect(connections.filter(({ asked }) => asked === 0).length).toBe(0);
});

test('those who are gone are asked once and cut off fifteen seconds later', () => {
  const gone = new FakeConnection(false);
  pass([gone], 0, 39);
  expect([gone.asked, gone.isCut]).toEqual([1, false]);
  pass([gone], 39, 42);
  expect([gone.asked, gone.isCut]).toEqual([1, true]);
});

test('after the process slept for an hour, everybody has time to answer', () => {
  const connections = Array.from({ length: 300 }, () => new FakeConnection(true));
  pass(connections, 0, 10);
  pass(connections, 3_600, 3_700);
  expect(connections.filter(({ isCut }) => isCut).length).toBe(0);
});

test('a connection that is not read at the moment is neither asked nor cut off', () => {
  const paused = new FakeConnection(false);
  paused.isPaused = true;
  pass([paused], 0, 200);
  expect([paused.asked, paused.isCut]).toEqual([0, false]);
});
