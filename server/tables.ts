import type { SQLiteTable } from 'drizzle-orm/sqlite-core';
import type { Features } from '#server/platform/feature.ts';
import * as jobs from '#server/platform/jobs/tables.ts';
import * as log from '#server/platform/log/tables.ts';
import { features } from './features.ts';

const ofFeatures = Object.values<Features[string]>(features).flatMap(({ tables = {} }) => Object.entries(tables));

/** Every table there is; the migrations of both dialects say what they say. */
export const tables: Record<string, SQLiteTable> = { ...log, ...jobs, ...Object.fromEntries(ofFeatures) };
