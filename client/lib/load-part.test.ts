import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { loadAgain, part } from './load-part.ts';
import { useOutdated } from './page-version.ts';

/** A part that cannot be loaded for the first `failures` times. */
function failing(failures: number) {
  const load = vi.fn<() => Promise<string>>(async () => {
    if (load.mock.calls.length <= failures) throw new TypeError('Failed to fetch dynamically imported module');
    return 'the part';
  });
  return { load, wanted: part(load) };
}

describe('a part of the page that could not be loaded', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
    vi.restoreAllMocks();
    vi.unstubAllGlobals();
    useOutdated.setState({ outdated: false });
    document.body.replaceChildren();
  });

  test('comes by itself', async () => {
    const { wanted } = failing(3);
    const loading = wanted();
    await vi.advanceTimersByTimeAsync(10_000);
    expect(await loading).toBe('the part');
  });

  test.each(['online', 'pointerdown'])('is tried again at once on %s', async (kind) => {
    const { load, wanted } = failing(6);
    // The longest pauses: it fails at 0, 1, 3, 7 and 15 s, and would go on at 30 s.
    vi.spyOn(Math, 'random').mockReturnValue(0);
    void wanted();
    await vi.advanceTimersByTimeAsync(20_000);
    expect(load).toHaveBeenCalledTimes(5);
    dispatchEvent(new Event(kind));
    await vi.advanceTimersByTimeAsync(1);
    expect(load).toHaveBeenCalledTimes(6);
  });

  test('is not asked for by each of many presses', async () => {
    const { load, wanted } = failing(1_000);
    void wanted();
    await vi.advanceTimersByTimeAsync(1);
    for (let press = 0; press < 100; press++) loadAgain();
    await vi.advanceTimersByTimeAsync(100);
    expect(load).toHaveBeenCalledOnce();
  });

  test.each([
    ['/assets/index-new.js', true],
    ['/assets/index-old.js', false],
  ])('asks for a reload only where the server has another page: %s', async (entry, outdated) => {
    const script = document.body.appendChild(document.createElement('script'));
    script.type = 'module';
    Object.defineProperty(script, 'src', { value: 'http://localhost:3000/assets/index-old.js' });
    vi.stubGlobal('fetch', async () => new Response(`<div id="root"></div><script src="${entry}"></script>`));
    void failing(1).wanted();
    await vi.advanceTimersByTimeAsync(1);
    expect(useOutdated.getState().outdated).toBe(outdated);
  });
});

test('every part of the page is loaded by what tries again', () => {
  const client = join(import.meta.dirname, '..');
  const files = readdirSync(client, { recursive: true, encoding: 'utf8' }).filter(
    (file) => /\.tsx?$/u.test(file) && !/\.test\.tsx?$/u.test(file),
  );
  const loaded =
    /\b(?:part|lazyPart|lazyOnIdle|lazyDialog|onDemand)\(\s*(?:async )?\(\) =>\s*(?:\(\{ default: \(await )?$/u;
  const before = files.flatMap((file) =>
    readFileSync(join(client, file), 'utf8')
      .split(/\bimport\(/u)
      .slice(0, -1)
      .map((text) => text.slice(-120)),
  );
  expect(before.length).toBeGreaterThan(30);
  expect(before.filter((text) => !loaded.test(text))).toEqual([]);
});
