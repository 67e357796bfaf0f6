import { defineFeature } from '#server/platform/feature.ts';
import { readsRouter } from './router.ts';

export const reads = defineFeature({ router: readsRouter });
