import type { Span } from '#client/lib/matching.ts';
import type { User } from '#shared/users.ts';

type MentionOf = { kind: 'user'; userId: string } | { kind: 'room' } | { kind: 'here' };

/** One line of the suggestions, and what choosing it writes. */
export type Suggestion = { key: string; insert: string; mention?: MentionOf } & (
  | { kind: 'person'; user: User; member: boolean; spans: readonly Span[]; label: 'displayName' | 'name' }
  | { kind: 'wide'; who: 'room' | 'here' }
  | { kind: 'room'; name: string; spans: readonly Span[] }
  | { kind: 'emoji'; emoji: string; shortcode: string }
);

/** What is suggested, and whether Enter takes the first without a choice. */
export interface Suggestions {
  suggestions: Suggestion[];
  preselected: boolean;
}
