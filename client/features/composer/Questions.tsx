import AddQuestion from './AddQuestion.tsx';
import { checkLimit, checkSize, checkWithoutOutsiders } from './checking.ts';
import LimitQuestion from './LimitQuestion.tsx';
import NotifyQuestion from './NotifyQuestion.tsx';
import type { Addressable, Outcome, Question } from './written.ts';

interface QuestionsProps {
  question: Question;
  addressable: Addressable;
  onAnswer: (outcome: Outcome) => void;
  onClose: () => void;
}

/** Before a message goes out: what it raises, one question after another. */
export default function Questions({ question, addressable, onAnswer, onClose }: QuestionsProps) {
  const { written } = question;
  switch (question.kind) {
    case 'add':
      return (
        <AddQuestion
          userIds={question.userIds}
          addressable={addressable}
          onAdded={() => onAnswer(checkLimit(written, addressable))}
          onSkip={() => onAnswer(checkWithoutOutsiders(written, addressable))}
          onClose={onClose}
        />
      );
    case 'limit':
      return (
        <LimitQuestion
          userIds={question.userIds}
          addressable={addressable}
          onConfirm={() => onAnswer(checkSize(written, addressable))}
          onClose={onClose}
        />
      );
    case 'notify':
      return (
        <NotifyQuestion
          count={addressable.memberCount}
          onConfirm={() => onAnswer({ kind: 'ready', checked: { ...written, confirmed: true } })}
          onClose={onClose}
        />
      );
  }
}
