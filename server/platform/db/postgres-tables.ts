import { Column, getTableColumns, is } from 'drizzle-orm';
import {
  type AnyPgColumn,
  type AnyPgTable,
  bigint,
  boolean,
  doublePrecision,
  foreignKey,
  index,
  jsonb,
  type PgColumnBuilderBase,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
} from 'drizzle-orm/pg-core';
import { getTableConfig, SQLiteTable } from 'drizzle-orm/sqlite-core';

/** What the builders of all types have in common. */
interface Buildable extends PgColumnBuilderBase {
  notNull(): unknown;
  default(value: unknown): unknown;
  primaryKey(): PgColumnBuilderBase;
}

/** PostgreSQL's type for each of SQLite's. All integers are 64 bits there, and come as numbers: times and revs need it. */
const builders = {
  SQLiteText: (name: string) => text(name),
  SQLiteTextJson: (name: string) => jsonb(name),
  SQLiteInteger: (name: string) => bigint(name, { mode: 'number' }),
  SQLiteBoolean: (name: string) => boolean(name),
  SQLiteReal: (name: string) => doublePrecision(name),
};

const hasBuilder = (type: string): type is keyof typeof builders => type in builders;
const derived = new WeakMap<SQLiteTable, AnyPgTable>();

/** The same table in PostgreSQL's dialect: same names, same TypeScript shapes. Made once for each table. */
export function postgresTable(table: SQLiteTable): AnyPgTable {
  const made = derived.get(table) ?? derive(table);
  derived.set(table, made);
  return made;
}

/** All tables of a schema in PostgreSQL's dialect, under their names in it; what is no table is left out. */
export function postgresTables(schema: Record<string, unknown>): Record<string, AnyPgTable> {
  const tables = Object.entries(schema).filter((entry): entry is [string, SQLiteTable] => is(entry[1], SQLiteTable));
  return Object.fromEntries(tables.map(([key, table]) => [key, postgresTable(table)]));
}

function derive(table: SQLiteTable): AnyPgTable {
  const { name, indexes, foreignKeys, primaryKeys } = getTableConfig(table);
  const properties = new Map(
    Object.entries(getTableColumns(table)).map(([property, column]) => [column.name, property]),
  );
  const columns = Object.fromEntries([...properties].map(([, property]) => [property, columnOf(table, property)]));
  return pgTable(name, columns, (own) => {
    const local = (column: unknown) => columnIn(own, properties, column);
    const foreign = foreignKeys.map((key) => {
      const { columns: from, foreignColumns, foreignTable } = key.reference();
      const other = postgresTable(foreignTable);
      const named = new Map(
        Object.entries(getTableColumns(other)).map(([property, { name: column }]) => [column, property]),
      );
      return foreignKey({
        columns: listOf(from.map(local)),
        foreignColumns: listOf(foreignColumns.map((column) => columnIn(getTableColumns(other), named, column))),
      });
    });
    return [
      ...foreign,
      ...primaryKeys.map((key) => primaryKey({ columns: listOf(key.columns.map(local)) })),
      ...indexes.map(({ config }) => {
        const made = (config.unique ? uniqueIndex : index)(config.name).on(...listOf(config.columns.map(local)));
        return config.where ? made.where(config.where) : made;
      }),
    ];
  });
}

function columnOf(table: SQLiteTable, property: string): PgColumnBuilderBase {
  const column: Column | undefined = getTableColumns(table)[property];
  if (!column || !hasBuilder(column.columnType)) throw new Error(`PostgreSQL has no type for the column ${property}`);
  const builder: Buildable = builders[column.columnType](column.name);
  if (column.notNull && !column.primary) builder.notNull();
  const initial: unknown = column.default;
  if (column.hasDefault && initial !== undefined) builder.default(initial);
  return column.primary ? builder.primaryKey() : builder;
}

/** The column of the derived table for one of SQLite's. */
function columnIn(own: Record<string, AnyPgColumn>, properties: Map<string, string>, column: unknown): AnyPgColumn {
  const found = is(column, Column) ? own[properties.get(column.name) ?? ''] : undefined;
  if (!found) throw new Error('an index or key names what is no column of its table');
  return found;
}

function listOf<T>(items: T[]): [T, ...T[]] {
  const [first, ...rest] = items;
  if (first === undefined) throw new Error('an index or key without a column');
  return [first, ...rest];
}
