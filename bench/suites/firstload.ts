import { existsSync } from 'node:fs';
import { weighScreens } from '#scripts/budget.mjs';
import type { Finding } from '#bench/measure/report.ts';

/** First load: gzipped script of what a screen needs before it shows; from the built page, by the budget's own scales. */
export async function firstload(): Promise<Finding[]> {
  if (!existsSync('dist/client/.vite/manifest.json')) {
    console.log('\nfirstload: the page is not built; run "npm run build" first.');
    return [];
  }
  return weighScreens().map(({ name, size, limit }) => ({
    what: `script of the ${name}, gzipped`,
    value: size,
    unit: 'KB',
    asked: { atMost: limit },
  }));
}
