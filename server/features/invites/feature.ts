import { defineFeature } from '#server/platform/feature.ts';
import { invitesRouter } from './router.ts';
import * as tables from './tables.ts';

export const invites = defineFeature({ router: invitesRouter, tables });
