// Makes client/features/reactions/emoji/{en,zh}.json from emojibase-data: `npx tsx scripts/emoji-data.ts`.
// What the library ships is three times as large, most of it skin tones and code points.
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';

interface Source {
  emoji: string;
  hexcode: string;
  label: string;
  version: number;
  group?: number;
  order?: number;
  tags?: string[];
}

const require = createRequire(import.meta.url);
const read = (path: string): unknown =>
  JSON.parse(readFileSync(require.resolve(`emojibase-data/${path}.json`), 'utf8'));
const isSource = (value: unknown): value is Source =>
  typeof value === 'object' && value !== null && 'hexcode' in value && 'emoji' in value;

function sources(language: 'en' | 'zh'): Source[] {
  const found = read(`${language}/data`);
  return Array.isArray(found) ? found.filter(isSource) : [];
}

/** Shortcodes by code point, of one of the sets. */
function shortcodeSet(name: string): Map<string, string[]> {
  const found = read(`en/shortcodes/${name}`);
  const entries: [string, unknown][] = typeof found === 'object' && found !== null ? Object.entries(found) : [];
  return new Map(entries.map(([hexcode, codes]) => [hexcode, [codes].flat().map(String)]));
}

// Newer ones are empty boxes on most devices, and the server's engine does not know them.
const newest = 15.1;
const skinTones = 2;

const chinese = new Map(sources('zh').map((emoji) => [emoji.hexcode, emoji]));
const shortcodes = ['github', 'iamcal', 'emojibase'].map(shortcodeSet);
const shortcodesOf = ({ hexcode }: Source) =>
  [...new Set(shortcodes.flatMap((set) => set.get(hexcode) ?? []))].slice(0, 2).join(' ');
const tagsOf = (emoji: Source | undefined) => (emoji?.tags ?? []).slice(0, 9).join(' ');
// What shows in colour by itself is written without a variation selector: one form for one emoji.
const bare = (emoji: string) => emoji.replace(/^(\p{Emoji_Presentation})\uFE0F$/u, '$1');

const groups: { en: string[][]; zh: string[][] }[] = [];
for (const emoji of sources('en').toSorted((a, b) => (a.order ?? 0) - (b.order ?? 0))) {
  if (emoji.group === undefined || emoji.group === skinTones || emoji.version > newest) continue;
  const group = (groups[emoji.group > skinTones ? emoji.group - 1 : emoji.group] ??= { en: [], zh: [] });
  group.en.push([bare(emoji.emoji), shortcodesOf(emoji), emoji.label, tagsOf(emoji)]);
  const named = chinese.get(emoji.hexcode);
  group.zh.push([named?.label ?? '', tagsOf(named)]);
}
const write = (name: string, lists: string[][][]) =>
  writeFileSync(new URL(`../client/features/reactions/emoji/${name}`, import.meta.url), `${JSON.stringify(lists)}\n`);
write(
  'en.json',
  groups.map(({ en }) => en),
);
write(
  'zh.json',
  groups.map(({ zh }) => zh),
);
