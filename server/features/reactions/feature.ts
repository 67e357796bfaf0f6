import { defineFeature } from '#server/platform/feature.ts';
import { dropReactions } from './commands.ts';
import { reactionsRouter } from './router.ts';
import * as tables from './tables.ts';

export const reactions = defineFeature({
  router: reactionsRouter,
  tables,
  onMessageRecalled: dropReactions,
});
