import AddQuestion from './AddQuestion.tsx';
import { checkLimit, checkSize, checkWithoutOutsiders } from './checking.ts';
import LimitQuestion from './LimitQuestion.tsx';
import NotifyQuestion from './NotifyQuestion.tsx';
import type { MentionCandidates, Outcome, Question } from './draft.ts';

interface QuestionsProps {
  question: Question;
  candidates: MentionCandidates;
  onAnswer: (outcome: Outcome) => void;
  onClose: () => void;
}

/** Before a message goes out: what it raises, one question after another. */
export default function Questions({ question, candidates, onAnswer, onClose }: QuestionsProps) {
  const { draft } = question;
  switch (question.kind) {
    case 'add':
      return (
        <AddQuestion
          userIds={question.userIds}
          candidates={candidates}
          onAdded={() => onAnswer(checkLimit(draft, candidates))}
          onSkip={() => onAnswer(checkWithoutOutsiders(draft, candidates))}
          onClose={onClose}
        />
      );
    case 'limit':
      return (
        <LimitQuestion
          userIds={question.userIds}
          candidates={candidates}
          onConfirm={() => onAnswer(checkSize(draft, candidates))}
          onClose={onClose}
        />
      );
    case 'notify':
      return (
        <NotifyQuestion
          count={candidates.memberCount}
          onConfirm={() => onAnswer({ kind: 'ready', checked: { ...draft, confirmed: true } })}
          onClose={onClose}
        />
      );
  }
}
