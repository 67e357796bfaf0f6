import { ensureBrowser } from './browser.mjs';
import { ensureBuild } from './build.mjs';
import { binOf, ensureDependencies } from './dependencies.mjs';
import { runNode } from './terminal.mjs';

ensureDependencies('develop');
const browser = ensureBrowser();
ensureBuild();
const playwright = binOf('@playwright/test', 'playwright');
process.exit(runNode(playwright, ['test', ...process.argv.slice(2)], { CHROMIUM_PATH: browser }));
