/** What a room is about; threads of a theme are in rooms of that theme. */
export type Theme = 'build' | 'support' | 'design' | 'plan' | 'people' | 'life';

/**
 * A short conversation as it was typed. Each line starts with the speaker's letter, then `:` for a message or `>` for a
 * reply to the line before. `@a` calls the person behind that letter, `@room` everyone, and `{service}` and the like
 * stand for a word that stays the same throughout one telling.
 */
export interface Thread {
  theme: Theme;
  lines: string[];
}
