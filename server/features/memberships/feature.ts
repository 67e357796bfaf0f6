import { defineFeature } from '#server/platform/feature.ts';
import * as tables from './tables.ts';

export const memberships = defineFeature({ tables });
