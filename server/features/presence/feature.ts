import { defineFeature } from '#server/platform/feature.ts';
import { presenceRouter } from './router.ts';

export const presence = defineFeature({ router: presenceRouter });
