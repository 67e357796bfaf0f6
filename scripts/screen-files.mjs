import { basename } from 'node:path';

/** @typedef {{ type: string, fileName: string, facadeModuleId?: string | null, imports?: readonly string[] }} Output */

/**
 * Writes which scripts each screen needs to the tag of `boot.js`, as `data-<screen>`: it knows which screen comes before the
 * page's own script runs, and has them loaded meanwhile.
 * @param {readonly { name: string, root: string }[]} screens
 */
export function screenFiles(screens) {
  return {
    name: 'screen-files',
    transformIndexHtml: {
      order: /** @type {const} */ ('post'),
      handler(/** @type {string} */ html, /** @type {{ bundle?: Record<string, Output> }} */ { bundle }) {
        if (!bundle) return html;
        const attributes = screens.map(({ name, root }) => `data-${name}="${filesOf(bundle, root, html).join(' ')}"`);
        return html.replace('<script src="/boot.js"', (tag) => [tag, ...attributes].join(' '));
      },
    },
  };
}

/**
 * The chunk of a screen and what it imports, but for what the page loads anyway.
 * @param {Record<string, Output>} bundle
 * @param {string} root
 * @param {string} html
 */
function filesOf(bundle, root, html) {
  const chunk = Object.values(bundle).find(({ facadeModuleId }) => facadeModuleId === root);
  if (!chunk) throw new Error(`no chunk begins with ${basename(root)}: the screens are named in vite.config.ts`);
  return [chunk.fileName, ...(chunk.imports ?? [])].map((file) => `/${file}`).filter((file) => !html.includes(file));
}
