import { dialectNames, writeMigration } from './migrations.ts';

/** `npm run db:generate -- <name>`: the migrations, of both dialects, that bring a database to what the tables say. */
const [name] = process.argv.slice(2);
if (!name || !/^[a-z0-9-]+$/.test(name)) {
  console.error('Name the change in lower case: npm run db:generate -- pinned-messages');
  process.exit(1);
}
for (const dialect of dialectNames) {
  const file = await writeMigration(dialect, name, Date.now());
  console.log(
    file ? `${file} written; read it before you commit it.` : `${dialect}: the migrations say all that the tables say.`,
  );
}
