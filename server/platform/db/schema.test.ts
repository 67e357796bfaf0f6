import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { getTableColumns, getTableName, is, Table } from 'drizzle-orm';
import { getTableConfig as pgConfig, PgTable } from 'drizzle-orm/pg-core';
import { getTableConfig as sqliteConfig, SQLiteTable } from 'drizzle-orm/sqlite-core';
import { describe, expect, test } from 'vitest';
import * as pg from './schema.pg.ts';
import * as sqlite from './schema.sqlite.ts';

/** What both dialects must agree on: names, and the JavaScript a value comes as. */
function shapeOf(schema: Record<string, unknown>) {
  const tables = Object.entries(schema).filter((entry): entry is [string, Table] => is(entry[1], Table));
  return Object.fromEntries(
    tables.map(([key, table]) => [
      key,
      {
        name: getTableName(table),
        columns: Object.fromEntries(
          Object.entries(getTableColumns(table)).map(([property, column]) => {
            const { name, dataType, notNull, hasDefault, primary } = column;
            // SQLite gives an integer key a value by itself.
            return [property, { name, dataType, notNull, primary, hasDefault: hasDefault && !primary }];
          }),
        ),
        indexes: indexesOf(table),
      },
    ]),
  );
}

function indexesOf(table: Table): string[] {
  if (is(table, PgTable))
    return pgConfig(table)
      .indexes.map(({ config }) => config.name ?? '')
      .toSorted();
  if (is(table, SQLiteTable))
    return sqliteConfig(table)
      .indexes.map(({ config }) => config.name)
      .toSorted();
  throw new Error('a table of neither dialect');
}

test('both dialects have the same tables, columns and indexes', () => {
  expect(shapeOf(pg)).toEqual(shapeOf(sqlite));
  expect(Object.keys(shapeOf(sqlite)).length).toBeGreaterThan(10);
});

describe.each([
  ['sqlite', 'sqlite', 'schema.sqlite.ts'],
  ['postgresql', 'pg', 'schema.pg.ts'],
])('migrations for %s', (dialect, folder, schema) => {
  test('say all that the schema says: generating again yields nothing', () => {
    const copy = mkdtempSync(join(tmpdir(), 'parley-migrations-'));
    cpSync(join('drizzle', folder), copy, { recursive: true });
    const before = readdirSync(copy);
    // Only relative paths are understood.
    const out = join(
      '.',
      ...resolve('.')
        .split('/')
        .slice(1)
        .map(() => '..'),
      copy,
    );
    const said = execFileSync('node', [
      'node_modules/drizzle-kit/bin.cjs',
      'generate',
      `--dialect=${dialect}`,
      `--schema=./server/platform/db/${schema}`,
      `--out=./${out}`,
    ]);
    expect(said.toString()).toContain('No schema changes');
    expect(readdirSync(copy)).toEqual(before);
    rmSync(copy, { recursive: true });
  });

  test('go forward only: none is changed after the fact', () => {
    const journal: { entries: { tag: string }[] } = JSON.parse(
      readFileSync(join('drizzle', folder, 'meta/_journal.json'), 'utf8'),
    );
    const files = readdirSync(join('drizzle', folder)).filter((file) => file.endsWith('.sql'));
    expect(journal.entries.map(({ tag }) => `${tag}.sql`)).toEqual(files.toSorted());
  });
});
