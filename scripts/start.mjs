import { ensureBuild } from './build.mjs';
import { ensureDependencies } from './dependencies.mjs';

ensureDependencies('run');
ensureBuild();
process.env['NODE_ENV'] ??= 'production';
// In this very process, so that Ctrl+C and signals from a service manager reach the server itself.
await import(new URL('../dist/server/main.js', import.meta.url).href);
