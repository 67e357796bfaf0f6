import { defineWords } from '#client/lib/i18n.ts';

export const pinsWords = defineWords('features/pins', {
  title: 'Pinned messages',
  pin: 'Pin message',
  unpin: 'Unpin message',
  mark: 'Pinned',
  pinned: (by: string) => `${by} pinned a message.`,
  pinnedBy: (by: string, when: string) => `Pinned by ${by}, ${when}`,
  none: 'Nothing is pinned yet',
  noneHint: 'Pin what everybody in the room should find again.',
});
