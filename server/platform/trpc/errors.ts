import { TRPCError } from '@trpc/server';
import { ZodError } from 'zod';
import { AppError, type AppErrorData, type ErrorCode, errorCodes } from '#shared/errors.ts';

/** What of an error the caller may know: its code and details, never a stack or an inner message. */
export function appErrorData(error: TRPCError): AppErrorData {
  const { cause } = error;
  if (cause instanceof AppError) return { code: cause.code, ...cause.details };
  if (cause instanceof ZodError) return invalidInput(cause);
  return { code: codeOf(error) };
}

/** The domain's error as tRPC's, with the HTTP meaning its code has; any other reason as it is. */
export const codedError = (reason: unknown): unknown =>
  reason instanceof AppError
    ? new TRPCError({ code: errorCodes[reason.code], cause: reason, message: reason.code })
    : reason;

function invalidInput(error: ZodError): AppErrorData {
  const [issue] = error.issues;
  if (!issue) return { code: 'invalid_input' };
  const field = issue.path.join('.') || 'input';
  if (field === 'cursor' || field.startsWith('cursor.') || field === 'lastEventId') {
    return { code: 'cursor_unknown', field };
  }
  const limit = 'maximum' in issue && typeof issue.maximum === 'number' ? issue.maximum : undefined;
  return { code: 'invalid_input', field, limit };
}

function codeOf(error: TRPCError): ErrorCode {
  if (error.cause === undefined && error.code === 'NOT_FOUND') return 'unknown_procedure';
  if (error.code === 'PAYLOAD_TOO_LARGE') return 'too_large';
  if (error.code === 'PARSE_ERROR' || error.code === 'UNSUPPORTED_MEDIA_TYPE') return 'malformed';
  if (error.code === 'METHOD_NOT_SUPPORTED') return 'malformed';
  if (error.code === 'BAD_REQUEST') return 'malformed';
  return 'internal';
}
