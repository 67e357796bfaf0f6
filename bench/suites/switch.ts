import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { type Browser, chromium, type Page } from '@playwright/test';
import { browserFlags, findBrowser } from '#scripts/browser.mjs';
import { inFolder } from '#bench/measure/contest.ts';
import type { Finding } from '#bench/measure/report.ts';
import { MeasuredServer } from '#bench/measure/server.ts';
import { median } from '#bench/measure/statistics.ts';
import { unlimited } from './contestants.ts';

const password = 'only for measuring rooms';
const rounds = 6 * Number(process.env.ROUNDS ?? 5);

/** Switching rooms: from the click until the frame that shows the messages is on the screen. */
export async function switching(): Promise<Finding[]> {
  const browserPath = findBrowser()?.path;
  if (!browserPath || !existsSync('dist/client/.vite/manifest.json')) {
    console.log('\nswitch: needs a browser and the built page; run "npm run build" first.');
    return [];
  }
  return inFolder(async (folder) => {
    await seed(folder);
    const server = await MeasuredServer.start({
      entry: 'dist/server/main.js',
      env: { DATA_DIR: folder, ...unlimited },
      roams: true,
    });
    const browser = await chromium.launch({ executablePath: browserPath, args: browserFlags });
    try {
      return await measure(browser, `http://127.0.0.1:${server.port}`);
    } finally {
      await browser.close();
      await server.stop();
    }
  });
}

async function seed(folder: string): Promise<void> {
  const size = ['--messages', '6000', '--people', '60', '--rooms', '12', '--password', password];
  const seeding = spawn(process.execPath, ['--import', 'tsx', 'server/seed.ts', ...size], {
    stdio: 'ignore',
    env: { ...process.env, DATA_DIR: folder },
  });
  await once(seeding, 'exit');
  const { exitCode: code } = seeding;
  if (code !== 0) throw new Error(`The seed ended with ${String(code)}.`);
}

async function measure(browser: Browser, url: string): Promise<Finding[]> {
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 }, locale: 'en-US' });
  // The loader of this file wraps functions in a helper of this name, which the page does not have.
  await page.addInitScript('globalThis.__name = (named) => named');
  const login = await page.request.post(`${url}/trpc/auth.login`, {
    headers: { origin: url },
    data: { name: 'demo', password },
  });
  if (!login.ok()) throw new Error(`The log-in was refused: ${await login.text()}`);
  await page.goto(url);
  await page.locator('[role=log] [data-row]').first().waitFor();
  await page.waitForLoadState('networkidle');
  const hrefs = await page
    .locator('nav a[href^="/r/"]')
    .evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''));
  const fresh: number[] = [];
  const again: number[] = [];
  const open = new URL(page.url()).pathname;
  const others = hrefs.filter((href) => href !== open).slice(0, 8);
  for (const href of others) fresh.push((await timeTo(page, href)).ms);
  const frames: number[] = [];
  const layouts = await layoutsOf(page);
  const before = await layouts();
  for (let round = 0; round < rounds; round += 1) {
    const { ms, frames: count } = await timeTo(page, others[round % others.length] ?? '');
    again.push(ms);
    frames.push(count);
  }
  const laidOut = ((await layouts()) - before) / rounds;
  return [
    { what: 'a room seen before: frames until it is drawn', value: median(frames), unit: '', asked: { atMost: 1 } },
    { what: 'a room seen before: layouts of the page', value: laidOut, unit: '', asked: { atMost: 20 } },
    { what: 'a room seen before: from the click to its frame', value: median(again), unit: 'ms' },
    { what: 'a new room: from the click to its frame', value: median(fresh), unit: 'ms', asked: { atMost: 80 } },
  ];
}

/** How often the browser has computed positions since the page was opened; the same on a busy machine. */
async function layoutsOf(page: Page): Promise<() => Promise<number>> {
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable');
  return async () => {
    const { metrics } = await session.send('Performance.getMetrics');
    return metrics.find(({ name }) => name === 'LayoutCount')?.value ?? 0;
  };
}

interface Switch {
  ms: number;
  /** 1: the messages are in the first frame after the click. */
  frames: number;
}

async function timeTo(page: Page, href: string): Promise<Switch> {
  const result = await page.evaluate(
    (to) =>
      new Promise<Switch>((resolve) => {
        // From the beginning of a frame, so that the wait for one is not counted.
        requestAnimationFrame(() => {
          setTimeout(() => {
            const before = document.querySelector('[role=log]');
            const link = document.querySelector<HTMLElement>(`nav a[href="${to}"]`);
            const start = performance.now();
            let frames = 0;
            link?.click();
            const look = () => {
              frames += 1;
              const log = document.querySelector('[role=log]');
              if (log === null || log === before || log.querySelector('[data-row]') === null)
                return requestAnimationFrame(look);
              const { port1, port2 } = new MessageChannel();
              port1.addEventListener('message', () => resolve({ ms: performance.now() - start, frames }));
              port1.start();
              port2.postMessage(null);
            };
            requestAnimationFrame(look);
          });
        });
      }),
    href,
  );
  await page.waitForTimeout(150);
  return result;
}
