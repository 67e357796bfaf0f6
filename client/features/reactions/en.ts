import { defineWords } from '#client/lib/i18n.ts';
export const emojiWords = defineWords('features/reactions', {
  search: 'Find an emoji',
  found: 'Found',
  none: 'No emoji by that name.',
  recent: 'Used recently',
  groups: [
    'Smileys',
    'People',
    'Animals and nature',
    'Food and drink',
    'Travel and places',
    'Activities',
    'Objects',
    'Symbols',
    'Flags',
  ],
});
