import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  generateDrizzleJson,
  generateMigration,
  generateSQLiteDrizzleJson,
  generateSQLiteMigration,
} from 'drizzle-kit/api';
import { z } from 'zod';
import { postgresTables } from '#server/platform/db/postgres-tables.ts';
import { tables } from '#server/tables.ts';

const journalFile = z.object({
  version: z.string(),
  dialect: z.string(),
  entries: z.array(
    z.object({ idx: z.number(), version: z.string(), when: z.number(), tag: z.string(), breakpoints: z.boolean() }),
  ),
});

const snapshotFile = z.looseObject({ id: z.string() });
type Snapshot = z.infer<typeof snapshotFile>;

/** What drizzle-kit says of one dialect: the tables' snapshot now, and the statements that lead there from `before`. */
const dialects = {
  sqlite: async (before: Snapshot): Promise<{ snapshot: unknown; statements: string[] }> => {
    const snapshot: unknown = await generateSQLiteDrizzleJson(tables, before.id);
    return { snapshot, statements: await generateSQLiteMigration(before, snapshot) };
  },
  pg: async (before: Snapshot): Promise<{ snapshot: unknown; statements: string[] }> => {
    const snapshot: unknown = generateDrizzleJson(postgresTables(tables), before.id);
    return { snapshot, statements: await generateMigration(before, snapshot) };
  },
};
export type Dialect = keyof typeof dialects;
export const dialectNames = ['sqlite', 'pg'] as const satisfies Dialect[];

const read = (dialect: Dialect, file: string): unknown =>
  JSON.parse(readFileSync(join('drizzle', dialect, 'meta', file), 'utf8'));
const numberOf = (idx: number): string => String(idx).padStart(4, '0');

/** What the tables say and the migrations do not say yet: the statements, none when the migrations are complete. */
export async function pending(dialect: Dialect) {
  const journal = journalFile.parse(read(dialect, '_journal.json'));
  const last = journal.entries.at(-1);
  if (!last) throw new Error(`drizzle/${dialect} has no migration to start from`);
  const before = snapshotFile.parse(read(dialect, `${numberOf(last.idx)}_snapshot.json`));
  return { journal, ...(await dialects[dialect](before)) };
}

/** Writes the next migration of one dialect, named `name`; returns its file, or null when there is nothing to say. */
export async function writeMigration(dialect: Dialect, name: string, now: number): Promise<string | null> {
  const { journal, snapshot, statements } = await pending(dialect);
  if (statements.length === 0) return null;
  const idx = journal.entries.length;
  const tag = `${numberOf(idx)}_${name}`;
  const version = journal.entries.at(-1)?.version ?? journal.version;
  const write = (file: string, content: unknown) =>
    writeFileSync(join('drizzle', dialect, 'meta', file), `${JSON.stringify(content, null, 2)}\n`);
  const file = join('drizzle', dialect, `${tag}.sql`);
  writeFileSync(file, `${statements.map((one) => one.trim()).join('\n--> statement-breakpoint\n')}\n`);
  write(`${numberOf(idx)}_snapshot.json`, snapshot);
  write('_journal.json', {
    ...journal,
    entries: [...journal.entries, { idx, version, when: now, tag, breakpoints: true }],
  });
  return file;
}
