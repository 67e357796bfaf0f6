import { defineFeature } from '#server/platform/feature.ts';
import { messagesRouter } from './router.ts';
import * as tables from './tables.ts';

export const messages = defineFeature({ router: messagesRouter, tables });
