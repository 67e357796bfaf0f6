import { defineFeature } from '#server/platform/feature.ts';
import { authRouter } from './router.ts';

export const accounts = defineFeature({ router: authRouter });
