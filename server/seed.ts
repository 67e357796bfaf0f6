import { randomBytes } from 'node:crypto';
import { rmSync } from 'node:fs';
import { AppError } from '#shared/errors.ts';
import { sentenceFor } from '#shared/error-sentences.ts';
import { reservedNames } from '#shared/limits.ts';
import { type Environment, readConfig } from '#server/platform/config.ts';
import { openDataFolder } from '#server/platform/data-folder.ts';
import { openSqliteStore } from '#server/platform/db/sqlite.ts';
import { assertStrongPassword, hashPassword } from '#server/platform/passwords.ts';
import { StartError } from '#server/platform/start-error.ts';
import { needsOwner } from '#server/features/accounts/queries.ts';
import { readOptions, SeedError, type SeedOptions, usage } from './seed/options.ts';
import { makePlan } from './seed/plan.ts';
import { carryOut } from './seed/write.ts';

const workspaceName = 'Lantern Works';
const progressEvery = 20_000;

async function seed(options: SeedOptions): Promise<void> {
  const { owner, password = randomBytes(8).toString('hex') } = options;
  const config = readConfig(process.env);
  if (reservedNames.includes(owner)) throw new SeedError(`--owner ${owner}: that name has a meaning in messages`);
  assertStrongPassword(password, owner);
  const folder = openDataFolder(config.DATA_DIR);
  const file = folder.database;
  if (options.replace) for (const part of ['', '-wal', '-shm']) rmSync(file + part, { force: true });
  const until = Date.now();
  const store = await openSqliteStore(file, 'drizzle/sqlite', {
    now: () => until,
    onCommit: () => undefined,
    onError: console.error,
  });
  try {
    if (!(await store.read(needsOwner))) {
      throw new SeedError(
        `${file} already holds a workspace with people. Choose another DATA_DIR, or add --replace to throw it away.`,
      );
    }
    const plan = makePlan(options, options.seed, owner, until);
    const account = { workspaceName, passwordHash: await hashPassword(password), registration: registrationOf(config) };
    let told = 0;
    await carryOut(store, plan, account, until, (done) => {
      if (done - told < progressEvery && done < plan.acts.length) return;
      told = done;
      console.log(`${Math.floor((done / plan.acts.length) * 100)} %`);
    });
  } finally {
    await store.close();
    folder.release();
  }
  const seconds = ((Date.now() - until) / 1_000).toFixed(1);
  const { messages, people, rooms } = options;
  console.log(`${messages} messages of ${people} people in ${rooms} rooms, written in ${seconds} s to ${file}.`);
  console.log(
    `Start the server and log in as "${owner}" with the password "${password}"; everyone else has the same password.`,
  );
}

/** In a closed workspace nobody could have registered. */
const registrationOf = ({ REGISTRATION }: Environment) => (REGISTRATION === 'closed' ? 'invite' : REGISTRATION);

function sentenceOf(reason: unknown): string | null {
  if (reason instanceof SeedError || reason instanceof StartError) return reason.message;
  if (reason instanceof AppError) return sentenceFor('en', { code: reason.code, ...reason.details });
  return null;
}

try {
  const options = readOptions(process.argv.slice(2));
  if (options.help) console.log(usage);
  else await seed(options);
} catch (reason) {
  const sentence = sentenceOf(reason);
  console.error(sentence === null ? reason : `Nothing was written. ${sentence}`);
  process.exit(1);
}
