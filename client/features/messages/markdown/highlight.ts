import hljs from 'highlight.js/lib/core';
import bash from 'highlight.js/lib/languages/bash';
import css from 'highlight.js/lib/languages/css';
import diff from 'highlight.js/lib/languages/diff';
import go from 'highlight.js/lib/languages/go';
import java from 'highlight.js/lib/languages/java';
import json from 'highlight.js/lib/languages/json';
import python from 'highlight.js/lib/languages/python';
import rust from 'highlight.js/lib/languages/rust';
import sql from 'highlight.js/lib/languages/sql';
import typescript from 'highlight.js/lib/languages/typescript';
import xml from 'highlight.js/lib/languages/xml';
import yaml from 'highlight.js/lib/languages/yaml';

const languages = { bash, css, diff, go, java, json, python, rust, sql, typescript, xml, yaml };
for (const [name, language] of Object.entries(languages)) hljs.registerLanguage(name, language);
hljs.registerAliases(['javascript', 'js', 'jsx', 'mjs'], { languageName: 'typescript' });

/** A piece of code and its kind (`keyword`, `string` …), null for plain. */
export interface Token {
  text: string;
  kind: string | null;
}

const entities: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#x27;': "'",
};

/** What a block may cost: code after so many characters or tokens stays in one colour. */
const maxLength = 4_000;
const maxTokens = 1_000;

/**
 * Code cut into tokens; null where the language is unknown. The highlighter answers in HTML of spans alone, which is read
 * back into tokens here and never reaches the page.
 */
export function highlight(code: string, language: string): Token[] | null {
  if (!hljs.getLanguage(language)) return null;
  const html = hljs.highlight(code.slice(0, maxLength), { language, ignoreIllegals: true }).value;
  const tokens: Token[] = [];
  const kinds: string[] = [];
  let length = 0;
  for (const [piece] of html.matchAll(/<span class="[^"]*">|<\/span>|[^<]+/gu)) {
    if (piece === '</span>') kinds.pop();
    else if (piece.startsWith('<')) kinds.push(/hljs-(\w+)/u.exec(piece)?.[1] ?? '');
    else {
      const text = piece.replace(/&(?:amp|lt|gt|quot|#x27);/gu, (entity) => entities[entity] ?? entity);
      add(tokens, { text, kind: kinds.at(-1) ?? null });
      length += text.length;
    }
    if (tokens.length === maxTokens) break;
  }
  if (length < code.length) add(tokens, { text: code.slice(length), kind: null });
  return tokens;
}

/** Neighbours of one kind are one token. */
function add(tokens: Token[], { text, kind }: Token): void {
  const last = tokens.at(-1);
  if (last?.kind === kind) last.text += text;
  else tokens.push({ text, kind });
}
