import { defineFeature } from '#server/platform/feature.ts';
import { signalsRouter } from './router.ts';

export const signals = defineFeature({ router: signalsRouter });
