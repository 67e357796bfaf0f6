import { defineWords } from '#client/lib/i18n.ts';

export const callsWords = defineWords('lib/calls', {
  outcomeUnknown:
    'The connection was lost before an answer came: this may have been done or not. Look before you try again.',
});
