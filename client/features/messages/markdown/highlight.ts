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

/**
 * Code cut into tokens; null where the language is unknown. The highlighter answers in HTML of spans alone, which is read
 * back into tokens here and never reaches the page.
 */
export function highlight(code: string, language: string): Token[] | null {
  if (!hljs.getLanguage(language)) return null;
  const html = hljs.highlight(code, { language, ignoreIllegals: true }).value;
  const tokens: Token[] = [];
  const kinds: string[] = [];
  for (const [piece] of html.matchAll(/<span class="[^"]*">|<\/span>|[^<]+/gu)) {
    if (piece === '</span>') kinds.pop();
    else if (piece.startsWith('<')) kinds.push(/hljs-(\w+)/u.exec(piece)?.[1] ?? '');
    else
      tokens.push({
        text: piece.replace(/&(?:amp|lt|gt|quot|#x27);/gu, (entity) => entities[entity] ?? entity),
        kind: kinds.at(-1) ?? null,
      });
  }
  return tokens;
}
