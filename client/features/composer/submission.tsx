import { isBlank } from '#shared/blank.ts';
import { lazyOnIdle } from '#client/lib/lazy-parts.ts';
import { limits } from '#shared/limits.ts';
import { useRef, useState } from 'react';
import { checkText, readingOf } from './text-parts.ts';
import type { MentionCandidates, CheckedDraft, Outcome, Question, Draft } from './draft.ts';

const Questions = lazyOnIdle(() => import('./Questions.tsx'));

interface SubmissionOptions {
  /** What is written right now. */
  draft: Draft;
  candidates: MentionCandidates;
  onReady: (checked: CheckedDraft) => void;
}

/** Sends what is written, after the questions it raises. A text with names waits for what reads them. */
export function useSubmission({ draft, candidates, onReady }: SubmissionOptions) {
  const [question, setQuestion] = useState<Question | null>(null);
  const waiting = useRef(false);
  const follow = (outcome: Outcome) => {
    setQuestion(outcome.kind === 'ready' ? null : outcome);
    if (outcome.kind === 'ready') onReady(outcome.checked);
  };
  const decide = () => {
    const { text } = draft;
    if (!isBlank(text) && text.trimEnd().length <= limits.messageLength) follow(checkText(draft, candidates));
  };
  const latest = useRef(decide);
  latest.current = decide;
  const decideAfter = async (reading: Promise<unknown>) => {
    waiting.current = true;
    await reading;
    waiting.current = false;
    latest.current();
  };
  const submit = () => {
    if (waiting.current) return;
    const reading = readingOf(draft.text);
    if (reading) void decideAfter(reading);
    else decide();
  };
  const close = () => setQuestion(null);
  const dialog = question && (
    <Questions question={question} candidates={candidates} onAnswer={follow} onClose={close} />
  );
  return { submit, dialog };
}
