const key = 'parley.recentEmoji';
const most = 16;

/** The emoji a person chose last on this device, the newest first. */
export function recentEmoji(): string[] {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(key) ?? '[]');
    return Array.isArray(stored) ? stored.filter((emoji) => typeof emoji === 'string').slice(0, most) : [];
  } catch {
    return []; // Storage may be refused or hold something else.
  }
}

export function noteEmoji(emoji: string): void {
  const recent = [emoji, ...recentEmoji().filter((other) => other !== emoji)].slice(0, most);
  try {
    localStorage.setItem(key, JSON.stringify(recent));
  } catch {
    // Then it is not remembered.
  }
}
