import { defineFeature } from '#server/platform/feature.ts';
import { dropReactions } from './commands.ts';
import { reactionsRouter } from './router.ts';
import { reactions as table } from './tables.ts';

export const reactions = defineFeature({
  router: reactionsRouter,
  tables: { reactions: table },
  onMessageRecalled: dropReactions,
});
