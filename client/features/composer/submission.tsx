import { isBlank } from '#shared/blank.ts';
import { lazyPart } from '#client/lib/lazy-parts.ts';
import { limits } from '#shared/limits.ts';
import type { MentionInput } from '#shared/messages.ts';
import { Suspense, useState, type ReactNode } from 'react';
import { mentionsIn, type Names } from './mention-ranges.ts';
import type { Addressable, Written } from './written.ts';

const AddQuestion = lazyPart(() => import('./AddQuestion.tsx'));
const NotifyQuestion = lazyPart(() => import('./NotifyQuestion.tsx'));

/** A text that may go out: its mentions are members, and a large room is notified knowingly. */
export interface Checked extends Written {
  confirmed: boolean;
}

type Question = { kind: 'add'; written: Written; userIds: string[] } | { kind: 'notify'; written: Written };

const idsOf = (users: Addressable['members']): ReadonlySet<string> => new Set(users.map((user) => user.id));
const calls = (mention: MentionInput, userIds: ReadonlySet<string>): boolean =>
  mention.kind === 'user' && userIds.has(mention.userId);

/** Without those who are known not to be members; until the members are known, everybody stays. */
function toMembers(written: Written, { members }: Addressable): Written {
  if (members.length === 0) return written;
  const inside = idsOf(members);
  return {
    ...written,
    mentions: written.mentions.filter((mention) => mention.kind !== 'user' || calls(mention, inside)),
  };
}

/** Sends what is written, after the questions it raises: add somebody who is not here? notify so many? */
export function useSubmission(addressable: Addressable, names: Names, onReady: (checked: Checked) => void) {
  const [question, setQuestion] = useState<Question | null>(null);

  const askToNotify = (written: Written) => {
    const wide = written.mentions.some((mention) => mention.kind !== 'user');
    if (wide && addressable.memberCount > limits.askBeforeNotifying) return setQuestion({ kind: 'notify', written });
    setQuestion(null);
    onReady({ ...written, confirmed: false });
  };
  const submit = (raw: Written) => {
    const text = raw.text.trimEnd();
    if (isBlank(text) || text.length > limits.messageLength) return;
    const written = {
      text,
      mentions: mentionsIn({ text, mentions: raw.mentions }, names).slice(0, limits.mentionsPerMessage),
    };
    const outside = idsOf(addressable.others);
    const called = written.mentions.filter((mention) => calls(mention, outside));
    const userIds = [...new Set(called.flatMap((mention) => (mention.kind === 'user' ? [mention.userId] : [])))];
    if (userIds.length > 0 && addressable.onAddPeople) setQuestion({ kind: 'add', written, userIds });
    else askToNotify(toMembers(written, addressable));
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
        onSkip={() => askToNotify(toMembers(written, addressable))}
        onClose={close}
      />
    );
  }
  return { submit, dialog: <Suspense>{dialog}</Suspense> };
}
