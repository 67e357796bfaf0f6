/** @typedef {{ importedIds: readonly string[], dynamicallyImportedIds: readonly string[] }} Module */
/** @typedef {{ getModuleInfo(id: string): Module | null }} Graph */

/**
 * Puts all that a screen loads at first into one file: small files of their own compress worse and cost a request each.
 * What a press loads later keeps chunks of its own, but for the dialogs: all of them come together, when the page is idle.
 * What the entry or more than one screen needs is in `start`, so that no screen carries what only another shows.
 * @param {string} entry the page's entry
 * @param {readonly { name: string, root: string }[]} screens what a visitor may meet first
 * @param {RegExp} dialogs the files that open above the page
 * @param {RegExp} unused what only the index of a library imports, for what a press loads
 */
export function screenChunks(entry, screens, dialogs, unused) {
  /** @type {Map<string, string> | undefined} */
  let placed;
  return (/** @type {string} */ id, /** @type {Graph} */ graph) => {
    placed ??= place(graph, entry, screens, dialogs);
    return unused.test(id) ? null : (placed.get(id) ?? null);
  };
}

/**
 * The chunk of every module that the entry, a screen or a dialog imports, directly or not.
 * @param {Graph} graph
 * @param {string} entry
 * @param {readonly { name: string, root: string }[]} screens
 * @param {RegExp} dialogs
 */
function place(graph, entry, screens, dialogs) {
  const placed = new Map([...reached(graph, entry)].map((id) => [id, 'start']));
  for (const { name, root } of screens) {
    for (const id of reached(graph, root)) placed.set(id, placed.has(id) ? 'start' : name);
  }
  for (const dialog of [...reached(graph, entry, true)].filter((id) => dialogs.test(id))) {
    for (const id of reached(graph, dialog)) if (!placed.has(id)) placed.set(id, 'dialogs');
  }
  return placed;
}

/**
 * @param {Graph} graph
 * @param {string} root
 * @param {boolean} later whether what is imported by a call counts too
 */
function reached(graph, root, later = false) {
  /** @type {Set<string>} */
  const seen = new Set();
  const waiting = [root];
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    if (seen.has(id)) continue;
    seen.add(id);
    const { importedIds = [], dynamicallyImportedIds = [] } = graph.getModuleInfo(id) ?? {};
    waiting.push(...importedIds, ...(later ? dynamicallyImportedIds : []));
  }
  return seen;
}
