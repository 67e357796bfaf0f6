import { defineFeature } from '#server/platform/feature.ts';
import { dropMentions } from './commands.ts';
import { mentionsRouter } from './router.ts';
import * as tables from './tables.ts';

export const mentions = defineFeature({ router: mentionsRouter, tables, onMessageRecalled: dropMentions });
