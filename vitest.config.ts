import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

// Dates in tests mean the same on every machine.
process.env.TZ = 'UTC';

const shared = {
  setupFiles: ['./scripts/quiet-console.ts'],
  testTimeout: 20_000,
  hookTimeout: 30_000,
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
