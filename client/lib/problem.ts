import { TRPCClientError } from '@trpc/client';
import { useState } from 'react';
import type { AppErrorData, ErrorCode } from '#shared/errors.ts';
import { wordsNow } from '#client/lib/i18n.ts';
import { commonWords } from './en.ts';
import { showToast } from './toasts.ts';

const words = wordsNow({ common: commonWords });

/** What went wrong, said to a person; `field` names the input at fault, if one is. */
export interface Problem {
  field?: string | undefined;
  sentence: string;
}
/** Does what a form asks for; resolves with the problem, or null when it is done. Never rejects. */
export type Submit<Values> = (values: Values) => Promise<Problem | null>;

/** The list of codes itself stays at the server: nothing else answers in this form. */
const isAppErrorData = (value: unknown): value is AppErrorData =>
  typeof value === 'object' && value !== null && 'code' in value && typeof value.code === 'string';

/** What the server answered, or null when it could not be reached. */
export function answeredWith(reason: unknown): AppErrorData | null {
  if (!(reason instanceof TRPCClientError)) return null;
  const data: unknown = reason.data;
  if (typeof data !== 'object' || data === null || !('app' in data)) return null;
  return isAppErrorData(data.app) ? data.app : null;
}

/** Answers that another try may change. */
const passing: readonly ErrorCode[] = [
  'too_many_requests',
  'unavailable',
  'internal',
  'not_signed_in',
  'client_outdated',
];
export const isPassing = ({ code }: AppErrorData): boolean => passing.includes(code);

export const isSignedOut = (reason: unknown): boolean => answeredWith(reason)?.code === 'not_signed_in';

/** Why a call failed, said to a person: the server says it in the page's language. */
export function problemOf(reason: unknown): Problem {
  const answer = answeredWith(reason);
  return {
    field: answer?.field,
    sentence: answer && reason instanceof Error ? reason.message : words().common.unreachable,
  };
}

/** The call's answer, or an `Error` whose message says to a person what went wrong. */
export async function orErrorText<T>(call: Promise<T>): Promise<T> {
  try {
    return await call;
  } catch (reason) {
    throw new Error(problemOf(reason).sentence, { cause: reason });
  }
}

/** Says why a call failed at the edge of the page. */
export const showProblem = (reason: unknown): void => showToast({ tone: 'problem', text: problemOf(reason).sentence });

/** Makes a call what a form submits: null when it went well, else the problem. */
export async function attempt(call: () => Promise<unknown>): Promise<Problem | null> {
  try {
    await call();
    return null;
  } catch (reason) {
    return problemOf(reason);
  }
}

export interface Submitting<Values> {
  busy: boolean;
  problem: Problem | null;
  /** The sentence for one input, if the problem is there. */
  of: (field: string) => string | null;
  /** The sentence for the form as a whole: every problem that none of `fields` shows. */
  beside: (...fields: string[]) => string | null;
  /** Resolves to whether it went well. */
  run: (values: Values) => Promise<boolean>;
}

/** Brings a person back to the first input that has a problem, once it is shown. */
export function focusInvalid(form: HTMLElement): void {
  requestAnimationFrame(() => form.querySelector<HTMLElement>('[aria-invalid=true]')?.focus());
}

/** One form's way to its answer: busy while it waits, and the last problem until the next try. */
export function useSubmit<Values>(submit: Submit<Values>): Submitting<Values> {
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  return {
    busy,
    problem,
    of: (field) => (problem?.field === field ? problem.sentence : null),
    beside: (...fields) => (problem && !(problem.field && fields.includes(problem.field)) ? problem.sentence : null),
    run: async (values) => {
      setBusy(true);
      const found = await submit(values);
      setBusy(false);
      setProblem(found);
      return found === null;
    },
  };
}
