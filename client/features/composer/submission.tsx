import { listOf } from '#client/lib/dates.ts';
import { useLanguage, useT } from '#client/lib/i18n.ts';
import { Button } from '#client/ui/Button.tsx';
import { ConfirmDialog } from '#client/ui/ConfirmDialog.tsx';
import { Dialog } from '#client/ui/Dialog.tsx';
import { limits } from '#shared/limits.ts';
import type { MentionInput } from '#shared/messages.ts';
import { useState, type ReactNode } from 'react';
import { mentionsIn, type Names } from './mention-ranges.ts';
import type { Addressable, Written } from './written.ts';

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
  return { submit, dialog };
}

function NotifyQuestion({ count, onConfirm, onClose }: { count: number; onConfirm: () => void; onClose: () => void }) {
  const t = useT();
  return (
    <ConfirmDialog
      title={t.composer.notifyTitle(count)}
      hint={t.composer.notifyHint}
      confirmLabel={t.composer.notifyConfirm}
      cancelLabel={t.common.cancel}
      onConfirm={onConfirm}
      onClose={onClose}
    />
  );
}

interface AddQuestionProps {
  userIds: string[];
  addressable: Addressable;
  onAdded: () => void;
  onSkip: () => void;
  onClose: () => void;
}

function AddQuestion({ userIds, addressable, onAdded, onSkip, onClose }: AddQuestionProps) {
  const t = useT();
  const language = useLanguage();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<string | null>(null);
  const people = listOf(
    language,
    addressable.others.filter((user) => userIds.includes(user.id)).map((user) => user.displayName),
  );
  const add = async () => {
    setBusy(true);
    try {
      await addressable.onAddPeople?.(userIds);
      onAdded();
    } catch (problem) {
      setError(problem instanceof Error ? problem.message : t.common.loadFailed);
      setBusy(false);
    }
  };
  const footer = (
    <>
      <Button tone="quiet" onClick={onSkip}>
        {t.composer.addSkip}
      </Button>
      <Button tone="primary" busy={busy} onClick={add} autoFocus>
        {t.composer.addConfirm(people)}
      </Button>
    </>
  );
  return (
    <Dialog
      title={t.composer.addTitle(people)}
      closeLabel={t.common.cancel}
      onClose={onClose}
      width={420}
      footer={footer}
    >
      <p className="text-soft">{t.composer.addHint}</p>
      {error && (
        <p role="alert" className="mt-3 font-medium text-coral-ink">
          {error}
        </p>
      )}
    </Dialog>
  );
}
