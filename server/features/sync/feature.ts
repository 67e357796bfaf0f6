import { defineFeature } from '#server/platform/feature.ts';
import { syncRouter } from './router.ts';

export const sync = defineFeature({ router: syncRouter });
