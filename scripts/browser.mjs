import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { delimiter, join } from 'node:path';
import { binOf } from './dependencies.mjs';
import { root, run, runNode, say } from './terminal.mjs';

/** The first one has no windows and takes half the processor time of the second. */
const commands = [
  'chromium-headless-shell',
  'chromium',
  'google-chrome-stable',
  'google-chrome',
  'chrome',
  'chromium-browser',
];
const elsewhere = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

/** Root has no sandbox to enter; without a network the rest would wait for servers that never answer. */
export const browserFlags = [
  ...(isRoot() ? ['--no-sandbox'] : []),
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/**
 * The browser to test with, installing nothing.
 * @returns {{ path: string, from: string } | undefined}
 * @throws when CHROMIUM_PATH names something that is not a browser
 */
export function findBrowser() {
  const given = process.env['CHROMIUM_PATH'];
  if (given) {
    if (answers(given)) return { path: given, from: 'CHROMIUM_PATH' };
    throw new Error(`CHROMIUM_PATH=${given} is not a Chromium that runs. Correct it or unset it.`);
  }
  const folders = (process.env['PATH'] ?? '').split(delimiter).filter(Boolean);
  const installed = commands.flatMap((name) => folders.map((folder) => join(folder, name)));
  const system = [...installed, ...elsewhere].find(answers);
  if (system) return { path: system, from: 'the system' };
  const cached = playwrightsOwn();
  return answers(cached) ? { path: cached, from: "Playwright's cache" } : undefined;
}

/**
 * The browser to test with, installed when there is none; says what was done.
 * @returns {string} path of the executable
 * @throws when none is there and none can be installed
 */
export function ensureBrowser() {
  const found = findBrowser() ?? downloaded() ?? packaged();
  if (!found) {
    throw new Error('No Chromium found, and none could be installed. Install one, or set CHROMIUM_PATH to it.');
  }
  say(`Testing in ${found.path} (from ${found.from}).`);
  ensureChineseFont();
  return found.path;
}

function downloaded() {
  say('No Chromium on this system; trying "playwright install chromium" …');
  const dependencies = isRoot() && existsSync('/usr/bin/apt-get') ? ['--with-deps'] : [];
  const patience = { PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT: '5000' };
  runNode(binOf('playwright', 'playwright'), ['install', '--no-shell', ...dependencies, 'chromium'], patience);
  const path = playwrightsOwn();
  return answers(path) ? { path, from: '"playwright install chromium"' } : undefined;
}

/** Ubuntu's package of this name is an empty one that points to a snap, which does not run in containers. */
function packaged() {
  if (!isRoot() || distribution() !== 'debian') return undefined;
  for (const name of ['chromium-headless-shell', 'chromium']) {
    say(`Playwright's download does not answer; installing Debian's package ${name} …`);
    install(name);
    if (answers(`/usr/bin/${name}`)) return { path: `/usr/bin/${name}`, from: "Debian's package" };
  }
  return undefined;
}

/** Without one, Chinese shows as boxes in screenshots; the tests pass all the same. */
function ensureChineseFont() {
  const fonts = spawnSync('fc-list', [':lang=zh', 'family'], { encoding: 'utf8' });
  if (fonts.error || fonts.stdout.trim() || !isRoot() || !existsSync('/usr/bin/apt-get')) return;
  say('No Chinese font on this system; installing fonts-noto-cjk …');
  if (install('fonts-noto-cjk') !== 0) say('That did not work; Chinese will show as boxes in screenshots.');
}

/** @param {string} name */
function install(name) {
  const quiet = { DEBIAN_FRONTEND: 'noninteractive' };
  run('apt-get', ['update', '-qq'], quiet);
  return run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', name], quiet);
}

function playwrightsOwn() {
  const { chromium } = createRequire(join(root, 'package.json'))('playwright-core');
  return /** @type {string} */ (chromium.executablePath());
}

/** @param {string} path */
function answers(path) {
  if (!existsSync(path)) return false;
  const asked = spawnSync(path, ['--version'], { encoding: 'utf8', timeout: 20_000 });
  return asked.status === 0 && /chrom/i.test(asked.stdout);
}

function distribution() {
  if (!existsSync('/etc/os-release')) return undefined;
  return /^ID="?([a-z]+)/m.exec(readFileSync('/etc/os-release', 'utf8'))?.[1];
}

function isRoot() {
  return process.getuid?.() === 0;
}
