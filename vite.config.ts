import tailwindcss from '@tailwindcss/vite';
import react from '@vitejs/plugin-react';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';
import { screenChunks } from './scripts/chunks.mjs';
import { singleIcons } from './scripts/icons.mjs';
import { screenFiles } from './scripts/screen-files.mjs';
import { sourceVersion } from './scripts/version.mjs';

const root = fileURLToPath(new URL('.', import.meta.url));
const fromRoot = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** What a visitor meets first, one after the other. */
const screens = [
  { name: 'signed-out', root: fromRoot('client/app/signed-out.tsx') },
  { name: 'signed-in', root: fromRoot('client/app/signed-in.tsx') },
];

/** What opens above the page, and the actions that open it. */
const dialogs = /\/client\/features\/.*(?:(?:Dialog|Card)\.tsx|\/actions\.ts)$/;

/** What tRPC's hooks alone use of TanStack Query; they come with the screens that a press opens. */
const forHooks =
  /query-core\/.*\/(?:queriesObserver|mutationObserver)|react-query\/.*\/(?:useQueries|useMutation|useSuspense\w+|usePrefetch\w+)/;

export default defineConfig(({ command, isSsrBuild }) => ({
  root: isSsrBuild ? root : fromRoot('client'),
  // Beside the packages, so that `npm ci` clears it with them.
  cacheDir: fromRoot('node_modules/.vite'),
  plugins: isSsrBuild ? [] : [singleIcons(), react(), tailwindcss(), screenFiles(screens)],
  // While developing there is one source for both halves, hence nothing to tell apart.
  define: command === 'build' ? { __PARLEY_VERSION__: JSON.stringify(sourceVersion()) } : {},
  build: isSsrBuild
    ? { outDir: 'dist/server', emptyOutDir: true, target: 'node20', sourcemap: true }
    : {
        outDir: fromRoot('dist/client'),
        emptyOutDir: true,
        manifest: true,
        target: 'es2022',
        // The page's policy allows files of this server alone, no data: addresses and no inline script.
        assetsInlineLimit: 0,
        modulePreload: { polyfill: false },
        rolldownOptions: {
          output: {
            codeSplitting: {
              includeDependenciesRecursively: false,
              groups: [
                { debugName: 'screens', name: screenChunks(fromRoot('client/main.tsx'), screens, dialogs, forHooks) },
              ],
            },
          },
        },
      },
}));
