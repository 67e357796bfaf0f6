import { useState } from 'react';

/** What went wrong, said to a person; `field` names the input at fault, if one is. */
export interface Problem {
  field?: string | undefined;
  sentence: string;
}
/** Does what a form asks for; resolves with the problem, or null when it is done. Never rejects. */
export type Submit<Values> = (values: Values) => Promise<Problem | null>;

interface Submitting<Values> {
  busy: boolean;
  problem: Problem | null;
  /** The sentence for one input, if the problem is there. */
  of: (field: string) => string | null;
  /** The sentence for the form as a whole: every problem that none of `fields` shows. */
  beside: (...fields: string[]) => string | null;
  /** Resolves to whether it went well. */
  run: (values: Values) => Promise<boolean>;
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
