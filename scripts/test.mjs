import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { ensureBrowser } from './browser.mjs';
import { build } from './build.mjs';
import { binOf, ensureDependencies } from './dependencies.mjs';
import { patience } from './patience.mjs';
import { root, runNode, say } from './terminal.mjs';

/** @typedef {{ passed: number, failed: number }} Count */

const results = join(root, 'test-results');
const total = { passed: 0, failed: 0 };

const steps = [
  // The linter reads what the types' declarations say.
  { name: 'types', work: () => one(runNode(binOf('typescript', 'tsc'), ['-b'])) },
  { name: 'lint and import rules', work: () => one(runNode(binOf('oxlint'), ['-c', 'oxlint.config.mjs'])) },
  { name: 'format', work: () => one(runNode(binOf('oxfmt'), ['--check'])) },
  { name: 'unit and integration tests', work: vitest },
  { name: 'browser', work: findBrowser },
  { name: 'build', work: () => one(build() ? 0 : 1) },
  { name: 'browser tests', needs: ['browser', 'build'], work: playwright },
];

ensureDependencies('develop');
rmSync(results, { recursive: true, force: true });
mkdirSync(results, { recursive: true });
say(`The limits of the tests are ${patience} times the usual, by the speed of this machine.`);

/** @type {string[]} */
const failures = [];
for (const { name, needs = [], work } of steps) {
  say(`— ${name}`);
  const missing = needs.filter((need) => failures.includes(need));
  if (missing.length > 0) say(`Skipped, which counts as failed: ${missing.join(' and ')} failed.`);
  const { passed, failed } = missing.length > 0 ? one(1) : work();
  total.passed += passed;
  total.failed += failed;
  if (failed > 0) failures.push(name);
}
say(failures.length > 0 ? `Failed: ${failures.join(', ')}; the reasons are above.` : 'Everything passed.');
console.log(`${total.passed} passed, ${total.failed} failed`);
process.exit(failures.length > 0 ? 1 : 0);

/**
 * Names the browser for every step from here on; one that is found is no test that passed.
 * @returns {Count}
 */
function findBrowser() {
  try {
    process.env['CHROMIUM_PATH'] = ensureBrowser();
    return { passed: 0, failed: 0 };
  } catch (reason) {
    say(reason instanceof Error ? reason.message : String(reason));
    return one(1);
  }
}

/**
 * A step that has no tests of its own counts as one.
 * @param {number} status
 * @returns {Count}
 */
function one(status) {
  return status === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

/** @returns {Count} */
function vitest() {
  const file = join(results, 'vitest.json');
  const status = runNode(binOf('vitest'), [
    'run',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${file}`,
  ]);
  const report = read(file);
  return honest(status, report?.numPassedTests ?? 0, report?.numFailedTests ?? 0);
}

/** @returns {Count} */
function playwright() {
  const file = join(results, 'playwright.json');
  const status = runNode(binOf('@playwright/test', 'playwright'), ['test', '--reporter=list,json'], {
    PLAYWRIGHT_JSON_OUTPUT_NAME: file,
  });
  const stats = read(file)?.stats;
  if (stats?.flaky) say(`${stats.flaky} browser tests passed only at a second try.`);
  return honest(status, (stats?.expected ?? 0) + (stats?.flaky ?? 0), stats?.unexpected ?? 0);
}

/**
 * A runner that fails without naming a test (a file that does not load, a runner that crashed) still failed.
 * @param {number} status
 * @param {number} passed
 * @param {number} failed
 * @returns {Count}
 */
function honest(status, passed, failed) {
  return { passed, failed: status !== 0 && failed === 0 ? 1 : failed };
}

/** @param {string} file */
function read(file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined;
}
