import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';
import { root, say } from './terminal.mjs';

const folder = join(root, 'dist', 'client');

/** The English words come along with every screen, so they count wherever they have a chunk of their own. */
const words = /(^|[/_-])en\.ts$/;

/** What each screen loads besides the page's entry, and how much gzipped script it may be, in KB. */
const screens = [
  { name: 'log-in screen', limit: 120, lazy: [words, /app\/signed-out\.tsx$/] },
  { name: 'room', limit: 150, lazy: [words, /app\/signed-in\.tsx$/], needed: /app\/signed-in\.tsx$/ },
];

/**
 * Compares what a screen's first load weighs with what it may.
 * @returns {{ name: string, size: number, limit: number, chunks: string[] }[]} sizes in KB of gzipped script
 */
export function weighScreens() {
  /** @type {Record<string, Chunk>} */
  const manifest = JSON.parse(readFileSync(join(folder, '.vite', 'manifest.json'), 'utf8'));
  const entries = Object.keys(manifest).filter((key) => manifest[key]?.isEntry);
  return screens.map(({ name, limit, lazy, needed }) => {
    const later = Object.keys(manifest).filter((key) => lazy.some((pattern) => pattern.test(key)));
    if (needed && !later.some((key) => needed.test(key))) {
      throw new Error(`no chunk ${needed} in the manifest: name the screen's chunk in scripts/budget.mjs`);
    }
    const chunks = [...withImports(manifest, [...entries, ...later])].filter((file) => file.endsWith('.js'));
    const bytes = chunks.reduce((sum, file) => sum + gzipSync(readFileSync(join(folder, file))).length, 0);
    return { name, size: bytes / 1024, limit, chunks };
  });
}

/**
 * @typedef {{ file: string, isEntry?: boolean, imports?: string[] }} Chunk
 * @param {Record<string, Chunk>} manifest
 * @param {string[]} keys
 * @returns {Set<string>} files of these chunks and of all they import statically
 */
function withImports(manifest, keys, files = new Set()) {
  for (const key of keys) {
    const chunk = manifest[key];
    if (!chunk || files.has(chunk.file)) continue;
    files.add(chunk.file);
    withImports(manifest, chunk.imports ?? [], files);
  }
  return files;
}

/** @returns {boolean[]} for each screen, whether it keeps its budget; says the figures */
export function checkBudget() {
  return weighScreens().map(({ name, size, limit, chunks }) => {
    const kept = size <= limit;
    say(`${name}: ${size.toFixed(1)} KB of script gzipped, ${kept ? 'within' : 'OVER'} ${limit} KB`);
    if (!kept) say(`  in ${chunks.join(', ')}`);
    return kept;
  });
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  process.exit(checkBudget().every(Boolean) ? 0 : 1);
}
