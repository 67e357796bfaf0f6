const opened: Readonly<Record<string, string>> = { ')': '(', '）': '（' };
/** No white space, no quotes and brackets, no Chinese or full-width punctuation: 「见 https://a.b，谢谢」 ends before 「，」. */
const bareUrl =
  /\bhttps?:\/\/[^\s<>"`[\]{}|\\^\u2018-\u201D\u2026\u3000-\u303F\uFF00-\uFF0F\uFF1A-\uFF20\uFF3B-\uFF40\uFF5B-\uFF65\uE000-\uF8FF]+/giu;
const trailing = /[.,:;!?'*_~]$/u;
const schemes: ReadonlySet<string> = new Set(['http:', 'https:', 'mailto:']);

/** The address if it leads to the web or to a mailbox; null for everything else, `javascript:` above all. */
export function safeUrl(address: string): string | null {
  try {
    const url = new URL(address);
    return schemes.has(url.protocol) ? url.href : null;
  } catch {
    return null;
  }
}

/** Full stops and the bracket that closes what the sentence opened are not part of an address. */
function trimmed(found: string): string {
  let url = found;
  for (;;) {
    const last = url.at(-1) ?? '';
    const open = opened[last];
    const unbalanced = open !== undefined && url.split(last).length > url.split(open).length;
    if (!trailing.test(url) && !unbalanced) return url;
    url = url.slice(0, -1);
  }
}

export interface FoundUrl {
  start: number;
  end: number;
}

/** Addresses written bare in a text, in order. One in `<…>` is left to Markdown. */
export function findUrls(text: string): FoundUrl[] {
  const found: FoundUrl[] = [];
  for (const match of text.matchAll(bareUrl)) {
    if (text[match.index - 1] === '<') continue;
    const url = trimmed(match[0]);
    if (safeUrl(url)) found.push({ start: match.index, end: match.index + url.length });
  }
  return found;
}
