import AddQuestion from './AddQuestion.tsx';
import { checkLimit, checkSize, checkWithoutOutsiders } from './checking.ts';
import LimitQuestion from './LimitQuestion.tsx';
import NotifyQuestion from './NotifyQuestion.tsx';
import type { MentionCandidates, Outcome, Question } from './written.ts';

interface QuestionsProps {
  question: Question;
  candidates: MentionCandidates;
  onAnswer: (outcome: Outcome) => void;
  onClose: () => void;
}

/** Before a message goes out: what it raises, one question after another. */
export default function Questions({ question, candidates, onAnswer, onClose }: QuestionsProps) {
  const { written } = question;
  switch (question.kind) {
    case 'add':
      return (
        <AddQuestion
          userIds={question.userIds}
          candidates={candidates}
          onAdded={() => onAnswer(checkLimit(written, candidates))}
          onSkip={() => onAnswer(checkWithoutOutsiders(written, candidates))}
          onClose={onClose}
        />
      );
    case 'limit':
      return (
        <LimitQuestion
          userIds={question.userIds}
          candidates={candidates}
          onConfirm={() => onAnswer(checkSize(written, candidates))}
          onClose={onClose}
        />
      );
    case 'notify':
      return (
        <NotifyQuestion
          count={candidates.memberCount}
          onConfirm={() => onAnswer({ kind: 'ready', checked: { ...written, confirmed: true } })}
          onClose={onClose}
        />
      );
  }
}
