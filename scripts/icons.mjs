import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

const barrel = join(
  dirname(createRequire(import.meta.url).resolve('lucide-react/package.json')),
  'dist/esm/lucide-react.mjs',
);
const iconImport = /import\s*\{([^}]*)\}\s*from\s*'lucide-react';/g;

/**
 * Names each icon's own file where one is imported from the whole set. Through the set every screen seems to need every
 * icon, and the log-in screen would load them all.
 * @returns {import('vite').Plugin}
 */
export function singleIcons() {
  const files = iconFiles();
  return {
    name: 'single-icons',
    apply: 'build',
    enforce: 'pre',
    transform: {
      filter: { id: /\.tsx?$/, code: 'lucide-react' },
      handler: (code) => ({ code: code.replace(iconImport, (_, names) => importsOf(names, files)), map: null }),
    },
  };
}

/** @returns {Map<string, string>} from an icon's name, any of its names, to its file */
function iconFiles() {
  const files = new Map();
  for (const [, names = '', file] of readFileSync(barrel, 'utf8').matchAll(
    /export \{([^}]*)\} from '\.\/(icons\/[^']+)'/g,
  )) {
    for (const [, name] of names.matchAll(/default as (\w+)/g)) files.set(name, file);
  }
  return files;
}

/**
 * @param {string} names between the braces of an import
 * @param {Map<string, string>} files
 */
function importsOf(names, files) {
  const wanted = names
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '' && !name.startsWith('type '));
  return wanted
    .map((name) => {
      const file = files.get(name);
      if (!file) throw new Error(`lucide-react has no icon ${name}`);
      return `import ${name} from 'lucide-react/dist/esm/${file}';`;
    })
    .join(' ');
}
