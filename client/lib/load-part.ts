import { backoff } from '#shared/backoff.ts';
import { useOutdated } from './page-version.ts';

/** Ends the pauses of the parts that could not be loaded. */
const wakes = new Set<() => void>();
/** A press does not repeat what failed that short ago, in ms. */
const pressAfterMs = 500;

/** Tries again now what could not be loaded: the connection is back, or somebody pressed something. */
export function loadAgain(): void {
  for (const wake of wakes) wake();
}

function pause(ms: number): Promise<void> {
  // The same listener is added only once.
  for (const kind of ['online', 'pointerdown', 'keydown']) addEventListener(kind, loadAgain);
  const since = Date.now();
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer);
      wakes.delete(wake);
      resolve();
    };
    const wake = () => Date.now() - since >= pressAfterMs && done();
    const timer = setTimeout(done, ms);
    wakes.add(wake);
  });
}

/** A newer build has other files, and those of this page may be gone: only a reload helps then. */
async function checkOutdated(): Promise<void> {
  const entry = document.querySelector<HTMLScriptElement>('script[type=module]')?.src;
  if (!entry) return;
  const page = await fetch('/', { cache: 'no-store' }).then((answer) => (answer.ok ? answer.text() : ''));
  if (page.includes('id="root"') && !page.includes(new URL(entry).pathname)) useOutdated.setState({ outdated: true });
}

async function untilLoaded<T>(load: () => Promise<T>): Promise<T> {
  for (let attempt = 0; ; attempt++) {
    try {
      return await load();
    } catch {
      await checkOutdated().catch(() => undefined);
      await pause(backoff(attempt, { base: 1_000, cap: 15_000 }));
    }
  }
}

/** Loads a part of the page once it is wanted, as often as it takes. The promise is always the same and never rejects. */
export function part<T>(load: () => Promise<T>): () => Promise<T> {
  let loading: Promise<T> | undefined;
  return () => (loading ??= untilLoaded(load));
}
