import { defineFeature } from '#server/platform/feature.ts';
import { serveAvatar } from './http.ts';
import { usersRouter } from './router.ts';
import * as tables from './tables.ts';

export const users = defineFeature({ router: usersRouter, tables, http: serveAvatar });
