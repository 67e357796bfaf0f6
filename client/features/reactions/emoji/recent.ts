import { readJson, store } from '#client/lib/storage.ts';

const key = 'parley.recentEmoji';
const most = 16;

/** The emoji a person chose last on this device, the newest first. */
export function recentEmoji(): string[] {
  const stored = readJson(key);
  return Array.isArray(stored) ? stored.filter((emoji) => typeof emoji === 'string').slice(0, most) : [];
}

export function noteEmoji(emoji: string): void {
  const recent = [emoji, ...recentEmoji().filter((other) => other !== emoji)].slice(0, most);
  store(key, JSON.stringify(recent));
}
