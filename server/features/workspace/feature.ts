import { defineFeature } from '#server/platform/feature.ts';
import { workspaceRouter } from './router.ts';
import * as tables from './tables.ts';

export const workspace = defineFeature({ router: workspaceRouter, tables });
