import { defineFeature } from '#server/platform/feature.ts';
import { roomsRouter } from './router.ts';
import * as tables from './tables.ts';

export const rooms = defineFeature({ router: roomsRouter, tables });
