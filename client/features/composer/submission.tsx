import { limits } from '#shared/limits.ts';
import type { MentionInput } from '#shared/messages.ts';
import { lazy, Suspense, useState, type ReactNode } from 'react';
import { mentionsIn, type Names } from './mention-ranges.ts';
import type { Addressable, Written } from './written.ts';

const AddQuestion = lazy(() => import('./AddQuestion.tsx'));
const NotifyQuestion = lazy(() => import('./NotifyQuestion.tsx'));

/** A text that may go out: its mentions are members, and a large room is notified knowingly. */
export interface Checked extends Written {
  confirmed: boolean;
}

type Question = { kind: 'add'; written: Written; userIds: string[] } | { kind: 'notify'; written: Written };

const isOutsider = (mention: MentionInput, members: ReadonlySet<string>): boolean =>
  mention.kind === 'user' && !members.has(mention.userId);
const without = (written: Written, members: ReadonlySet<string>): Written => ({
  ...written,
  mentions: written.mentions.filter((mention) => !isOutsider(mention, members)),
});

/** Sends what is written, after the questions it raises: add somebody who is not here? notify so many? */
export function useSubmission(addressable: Addressable, names: Names, onReady: (checked: Checked) => void) {
  const [question, setQuestion] = useState<Question | null>(null);
  const members = () => new Set(addressable.members.map((user) => user.id));

  const askToNotify = (written: Written) => {
    const wide = written.mentions.some((mention) => mention.kind !== 'user');
    if (wide && addressable.memberCount > limits.askBeforeNotifying) return setQuestion({ kind: 'notify', written });
    setQuestion(null);
    onReady({ ...written, confirmed: false });
  };
  const submit = (raw: Written) => {
    const text = raw.text.trimEnd();
    if (text.trim() === '' || text.length > limits.messageLength) return;
    const written = {
      text,
      mentions: mentionsIn({ text, mentions: raw.mentions }, names).slice(0, limits.mentionsPerMessage),
    };
    const known = members();
    const outsiders = written.mentions.flatMap((mention) =>
      mention.kind === 'user' && !known.has(mention.userId) ? [mention.userId] : [],
    );
    if (outsiders.length > 0 && addressable.onAddPeople)
      setQuestion({ kind: 'add', written, userIds: [...new Set(outsiders)] });
    else askToNotify(without(written, known));
  };
  const close = () => setQuestion(null);
  let dialog: ReactNode = null;
  if (question?.kind === 'notify') {
    const confirm = () => {
      close();
      onReady({ ...question.written, confirmed: true });
    };
    dialog = <NotifyQuestion count={addressable.memberCount} onConfirm={confirm} onClose={close} />;
  } else if (question) {
    const { written, userIds } = question;
    dialog = (
      <AddQuestion
        userIds={userIds}
        addressable={addressable}
        onAdded={() => askToNotify(written)}
        onSkip={() => askToNotify(without(written, members()))}
        onClose={close}
      />
    );
  }
  return { submit, dialog: <Suspense>{dialog}</Suspense> };
}
