import { defineConfig } from '@playwright/test';
import { patience } from './scripts/patience.mjs';
import { browserFlags, findBrowser } from './scripts/browser.mjs';

const executablePath = findBrowser()?.path;

export default defineConfig({
  testDir: 'e2e',
  outputDir: 'test-results/browser',
  // No more at once than the smallest machine has cores; no second try, because a test that sometimes fails is a fault.
  workers: 2,
  fullyParallel: true,
  retries: 0,
  forbidOnly: Boolean(process.env['CI']),
  // Limits, not targets: a slow machine passes too.
  timeout: 150_000 * patience,
  expect: { timeout: 30_000 * patience },
  reporter: [['list']],
  use: {
    // Recording costs as much time as the tests themselves: TRACE=1 asks for it.
    trace: process.env['TRACE'] ? 'retain-on-failure' : 'off',
    screenshot: 'only-on-failure',
    locale: 'en-US',
    timezoneId: 'UTC',
    launchOptions: { args: browserFlags, ...(executablePath ? { executablePath } : {}) },
  },
  projects: [
    { name: 'desktop', use: { viewport: { width: 1280, height: 800 } } },
    {
      name: 'phone',
      // What no screen changes runs once.
      testIgnore: /(?:harness|realtime|optimistic|outbox|outdated|presence|typing)\.spec\.ts$/,
      use: { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true, deviceScaleFactor: 2 },
    },
  ],
});
