import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';
import { patience } from './scripts/patience.mjs';

// Dates in tests mean the same on every machine.
process.env.TZ = 'UTC';

const shared = {
  setupFiles: ['./scripts/quiet-console.ts'],
  // Limits, not targets: no test names its own, so that a slow machine passes too.
  testTimeout: 180_000 * patience,
  hookTimeout: 120_000 * patience,
  expect: { poll: { timeout: 30_000 * patience } },
};

export default defineConfig({
  test: {
    // Forks, because SQLite is a native module; no more of them than the smallest machine has cores.
    pool: 'forks',
    maxWorkers: 2,
    projects: [
      {
        test: {
          ...shared,
          name: 'server',
          environment: 'node',
          include: ['{server,shared,bench,scripts}/**/*.test.ts'],
        },
      },
      {
        plugins: [react()],
        test: {
          ...shared,
          name: 'client',
          environment: 'happy-dom',
          include: ['client/**/*.test.{ts,tsx}'],
        },
      },
    ],
  },
});
