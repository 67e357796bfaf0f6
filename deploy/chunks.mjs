/** @typedef {{ getModuleInfo(id: string): { importedIds: readonly string[] } | null }} Graph */

/**
 * Puts all that a screen loads at first into one file: small files of their own compress worse and cost a request each.
 * What a press loads later keeps chunks of its own. What the entry or more than one screen needs is in `start`, so that
 * no screen carries what only another shows.
 * @param {string} entry the page's entry
 * @param {readonly { name: string, root: string }[]} screens what a visitor may meet first
 * @param {RegExp} unused what only the index of a library imports, for what a press loads
 */
export function screenChunks(entry, screens, unused) {
  /** @type {Map<string, string> | undefined} */
  let placed;
  return (/** @type {string} */ id, /** @type {Graph} */ graph) => {
    placed ??= place(graph, entry, screens);
    return unused.test(id) ? null : (placed.get(id) ?? null);
  };
}

/**
 * The chunk of every module that the entry or a screen imports, directly or not.
 * @param {Graph} graph
 * @param {string} entry
 * @param {readonly { name: string, root: string }[]} screens
 */
function place(graph, entry, screens) {
  const placed = new Map([...reached(graph, entry)].map((id) => [id, 'start']));
  for (const { name, root } of screens) {
    for (const id of reached(graph, root)) placed.set(id, placed.has(id) ? 'start' : name);
  }
  return placed;
}

/**
 * @param {Graph} graph
 * @param {string} root
 */
function reached(graph, root) {
  /** @type {Set<string>} */
  const seen = new Set();
  const waiting = [root];
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    if (seen.has(id)) continue;
    seen.add(id);
    waiting.push(...(graph.getModuleInfo(id)?.importedIds ?? []));
  }
  return seen;
}
