import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

const compressible = new Set(['.css', '.html', '.js', '.json', '.svg', '.txt', '.webmanifest']);
/** Bytes: a smaller file fits one packet either way. */
const smallestFile = 512;

/** @type {[extension: string, compress: (bytes: Buffer) => Promise<Buffer>][]} */
const encodings = [
  [
    '.br',
    (bytes) =>
      promisify(brotliCompress)(bytes, {
        params: {
          [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
          [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
        },
      }),
  ],
  ['.gz', (bytes) => promisify(gzip)(bytes, { level: constants.Z_BEST_COMPRESSION })],
];

/**
 * Writes `<file>.br` and `<file>.gz` beside every file of the built page that text compression makes smaller.
 * @param {string} folder
 */
export async function compressFiles(folder) {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
    compressible.has(extname(name)),
  );
  await Promise.all(files.map((name) => compressFile(join(folder, name))));
}

/** @param {string} file */
async function compressFile(file) {
  const bytes = readFileSync(file);
  if (bytes.length < smallestFile) return;
  for (const [extension, compress] of encodings) {
    const smaller = await compress(bytes);
    if (smaller.length < bytes.length) writeFileSync(file + extension, smaller);
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await compressFiles(process.argv[2] ?? '');
