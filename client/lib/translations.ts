/** Every `zh.ts` of the page by its folder below `client`: one file that only readers of Chinese load. */
const files = import.meta.glob<object>('../**/zh.ts', { eager: true, import: 'zh' });
const folderOf = (path: string): string =>
  path.startsWith('./') ? 'lib' : path.replace(/^\.\.\//, '').replace(/\/zh\.ts$/, '');

export const zh: Readonly<Record<string, object>> = Object.fromEntries(
  Object.entries(files).map(([path, words]) => [folderOf(path), words]),
);
