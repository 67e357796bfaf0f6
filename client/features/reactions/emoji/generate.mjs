// Makes en.json and zh.json beside it from emojibase-data: `node client/features/reactions/emoji/generate.mjs`.
// What the library ships is three times as large, most of it skin tones and code points.
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
const read = (path) => JSON.parse(readFileSync(require.resolve(`emojibase-data/${path}.json`), 'utf8'));
// Newer ones are empty boxes on most devices, and the server's engine does not know them.
const newest = 15.1;
const skinTones = 2;

const english = read('en/data').filter((emoji) => emoji.group !== undefined && emoji.group !== skinTones && emoji.version <= newest);
const chinese = new Map(read('zh/data').map((emoji) => [emoji.hexcode, emoji]));
const sources = [read('en/shortcodes/github'), read('en/shortcodes/iamcal'), read('en/shortcodes/emojibase')];
const shortcodesOf = (hexcode) => [...new Set(sources.flatMap((source) => source[hexcode] ?? []))].slice(0, 2);
const tagsOf = (emoji) => (emoji?.tags ?? []).slice(0, 9).join(' ');
// What shows in colour by itself stands without a variation selector: one form for one emoji.
const bare = (emoji) => emoji.replace(/^(\p{Emoji_Presentation})\uFE0F$/u, '$1');

const groups = [];
for (const emoji of english.toSorted((a, b) => a.group - b.group || a.order - b.order)) {
  const group = emoji.group > skinTones ? emoji.group - 1 : emoji.group;
  groups[group] ??= { en: [], zh: [] };
  groups[group].en.push([bare(emoji.emoji), shortcodesOf(emoji.hexcode).join(' '), emoji.label, tagsOf(emoji)]);
  const names = chinese.get(emoji.hexcode);
  groups[group].zh.push([names?.label ?? '', tagsOf(names)]);
}
const write = (name, of) => writeFileSync(new URL(name, import.meta.url), `${JSON.stringify(groups.map(of))}\n`);
write('en.json', ({ en }) => en);
write('zh.json', ({ zh }) => zh);
