import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { getTableColumns, getTableName, is, Table } from 'drizzle-orm';
import { getTableConfig as pgConfig, PgTable } from 'drizzle-orm/pg-core';
import { getTableConfig as sqliteConfig, SQLiteTable } from 'drizzle-orm/sqlite-core';
import { describe, expect, test } from 'vitest';
import { dialectNames, pending } from '#scripts/migrations.ts';
import { postgresTables } from './postgres-tables.ts';
import { tables as schema } from '#server/tables.ts';

/** What both dialects must agree on: names, and the JavaScript a value comes as. */
function shapeOf(tables: Record<string, unknown>) {
  const found = Object.entries(tables).filter((entry): entry is [string, Table] => is(entry[1], Table));
  return Object.fromEntries(
    found.map(([key, table]) => [
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
        ...keysOf(table),
      },
    ]),
  );
}

function keysOf(table: Table) {
  const config = is(table, PgTable) ? pgConfig(table) : is(table, SQLiteTable) ? sqliteConfig(table) : null;
  if (!config) throw new Error('a table of neither dialect');
  return {
    indexes: config.indexes.map((index) => `${index.config.unique ? 'unique ' : ''}${index.config.name}`).toSorted(),
    foreignKeys: config.foreignKeys.map((key) => key.getName()).toSorted(),
    primaryKeys: config.primaryKeys.map((key) => key.columns.map(({ name }) => name)),
  };
}

test('PostgreSQL gets the same tables, columns, indexes and keys as SQLite', () => {
  expect(shapeOf(postgresTables(schema))).toEqual(shapeOf(schema));
  expect(Object.keys(shapeOf(schema)).length).toBeGreaterThan(10);
});

describe.each(dialectNames)('migrations for %s', (dialect) => {
  test('say all that the tables say: otherwise run "npm run db:generate -- <name>"', async () => {
    expect((await pending(dialect)).statements).toEqual([]);
  });

  test('go forward only: none is changed after the fact', () => {
    const journal: { entries: { tag: string }[] } = JSON.parse(
      readFileSync(join('drizzle', dialect, 'meta/_journal.json'), 'utf8'),
    );
    const files = readdirSync(join('drizzle', dialect)).filter((file) => file.endsWith('.sql'));
    expect(journal.entries.map(({ tag }) => `${tag}.sql`)).toEqual(files.toSorted());
  });
});
