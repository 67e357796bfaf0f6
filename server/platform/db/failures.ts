import { AppError } from '#shared/errors.ts';

/** What passes by itself, or once an operator has made room: SQLite's codes, and PostgreSQL's classes of SQLSTATE. */
const passing = /^SQLITE_(?:BUSY|LOCKED|FULL|IOERR|READONLY|CANTOPEN|PROTOCOL)|^(?:08|40|53|57P)\w*$|^25006$/;
const uniqueViolation = /^(?:SQLITE_CONSTRAINT_UNIQUE|23505)$/;

/** Of each constraint that two writers may meet at: SQLite reports its columns, PostgreSQL its name. */
const meetings: ReadonlyMap<string, () => AppError> = new Map([
  ['users.name_key', nameTaken],
  ['users_name_key', nameTaken],
  ['rooms.name_key', nameTaken],
  ['rooms_name_key', nameTaken],
  // The same call a second time finds what the other writer has stored.
  ['rooms.direct_key', unavailable],
  ['rooms_direct_key', unavailable],
  ['messages.author_id, messages.temp_id', unavailable],
  ['messages_sender_temp', unavailable],
]);

/** The one place where a failure of the database becomes what its caller is answered. Other reasons stay as they are. */
export function asAppError(reason: unknown, onUnavailable: (reason: unknown) => void = () => undefined): unknown {
  const failure = databaseFailure(reason);
  if (!failure) return reason;
  if (uniqueViolation.test(failure.code)) return meetings.get(failure.constraint)?.() ?? reason;
  if (!passing.test(failure.code)) return reason;
  onUnavailable(failure.reason);
  return unavailable();
}

function nameTaken(): AppError {
  return new AppError('name_taken', { field: 'name' });
}

function unavailable(): AppError {
  return new AppError('unavailable');
}

/** Drizzle wraps what the driver throws. */
function databaseFailure(reason: unknown): { code: string; constraint: string; reason: Error } | null {
  if (!(reason instanceof Error) || reason instanceof AppError) return null;
  const code: unknown = Reflect.get(reason, 'code');
  if (typeof code !== 'string') return databaseFailure(reason.cause);
  const constraint: unknown = Reflect.get(reason, 'constraint');
  const columns = /^UNIQUE constraint failed: (.*)$/.exec(reason.message)?.[1] ?? '';
  return { code, constraint: typeof constraint === 'string' ? constraint : columns, reason };
}
