import { TRPCClientError } from '@trpc/client';
import { type AppErrorData, errorCodes } from '#shared/errors.ts';
import { errorSentence } from './i18n.ts';

const isAppErrorData = (value: unknown): value is AppErrorData =>
  typeof value === 'object' && value !== null && 'code' in value && String(value.code) in errorCodes;

/** What the server answered, or null when it could not be reached. */
export function answeredWith(reason: unknown): AppErrorData | null {
  if (!(reason instanceof TRPCClientError)) return null;
  const data: unknown = reason.data;
  if (typeof data !== 'object' || data === null || !('app' in data)) return null;
  return isAppErrorData(data.app) ? data.app : null;
}

/** An error as a form shows it: the field at fault, if one is, and a sentence in the page's language. */
export interface Problem {
  field: string | null;
  sentence: string;
}

export function problemOf(reason: unknown): Problem {
  const answer = answeredWith(reason) ?? { code: 'unavailable' as const };
  return { field: answer.field ?? null, sentence: errorSentence(answer) };
}

export const isSignedOut = (reason: unknown): boolean => answeredWith(reason)?.code === 'not_signed_in';
