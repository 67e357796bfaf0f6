/** @typedef {{ getModuleInfo(id: string): { importedIds: readonly string[] } | null }} Graph */

/**
 * Puts all that a screen loads at first into one file: small files of their own compress worse and cost a request each.
 * What a press loads later keeps chunks of its own. The first screen's chunk is `start`, and holds the entry's needs.
 * @param {string} entry the page's entry
 * @param {readonly { name: string, root: string }[]} screens in the order in which a visitor meets them
 */
export function screenChunks(entry, screens) {
  const [first, ...others] = screens;
  const chunks = [
    { name: 'start', roots: first ? [entry, first.root] : [entry] },
    ...others.map(({ name, root }) => ({ name, roots: [root] })),
  ];
  /** @type {Map<string, string> | undefined} */
  let placed;
  return (/** @type {string} */ id, /** @type {Graph} */ graph) => {
    placed ??= place(graph, chunks);
    return placed.get(id) ?? null;
  };
}

/**
 * Every module that a chunk's roots import, directly or not, unless an earlier chunk holds it.
 * @param {Graph} graph
 * @param {readonly { name: string, roots: string[] }[]} chunks
 */
function place(graph, chunks) {
  /** @type {Map<string, string>} */
  const placed = new Map();
  for (const { name, roots } of chunks) {
    const waiting = [...roots];
    for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
      if (placed.has(id)) continue;
      placed.set(id, name);
      waiting.push(...(graph.getModuleInfo(id)?.importedIds ?? []));
    }
  }
  return placed;
}
