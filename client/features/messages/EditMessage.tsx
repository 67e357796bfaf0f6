import { isTooLong, LengthNote } from '#client/features/composer/LengthNote.tsx';
import { useSubmission } from '#client/features/composer/submission.tsx';
import { TextEditorBox } from '#client/features/composer/TextEditorBox.tsx';
import type { CheckedDraft, Draft } from '#client/features/composer/draft.ts';
import { editOf, forgetEdit, saveEdit } from '#client/lib/drafts.ts';
import { wordsHook } from '#client/lib/i18n.ts';
import { commonWords } from '#client/lib/en.ts';
import { composerWords } from '#client/features/composer/en.ts';
import { Button } from '#client/ui/Button.tsx';
import { isBlank } from '#shared/blank.ts';
import type { Mention, MentionInput, Message } from '#shared/messages.ts';
import { useEffect, useEffectEvent, useId, useState } from 'react';
import type { RowContext } from './row-context.ts';
import { keyOf } from './types.ts';

const useT = wordsHook({ common: commonWords, composer: composerWords });

/** Without the people `@here` meant at that time: the server decides again. */
const claimed = (mention: Mention): MentionInput =>
  mention.kind === 'user' ? mention : { kind: mention.kind, start: mention.start, end: mention.end };

/** Gives the focus back to where it was, or to the row, when what has it goes away. */
function useFocusBack(message: Message): void {
  const [before] = useState(() => document.activeElement);
  const returnFocus = useEffectEvent(() => {
    if (document.activeElement !== document.body) return;
    const row = document.querySelector<HTMLElement>(`[data-row="${CSS.escape(keyOf(message))}"]`);
    const there = before instanceof HTMLElement && before.isConnected && before !== document.body ? before : row;
    there?.focus({ preventScroll: true });
  });
  useEffect(() => () => returnFocus(), []);
}

/** What is being changed, and how saving it goes. */
function useEditing(message: Message, { me, candidates, handlers, onEditingChange }: RowContext) {
  const t = useT();
  const [draft, setDraft] = useState<Draft>(
    () => editOf(me, message.id) ?? { text: message.text, mentions: message.mentions.map(claimed) },
  );
  const [saving, setSaving] = useState(false);
  const [error, setError] = useState<string | null>(null);
  const close = () => {
    forgetEdit(me, message.id);
    onEditingChange(null);
  };
  const onChange = (next: Draft) => {
    setDraft(next);
    saveEdit(me, message.id, { roomId: message.roomId, text: next.text, mentions: [...next.mentions] });
  };
  const save = async (checked: CheckedDraft) => {
    setSaving(true);
    try {
      await handlers.onEdit(message, checked);
      close();
    } catch (problem) {
      setError(problem instanceof Error ? problem.message : t.common.loadFailed);
      setSaving(false);
    }
  };
  const { submit, dialog } = useSubmission({
    draft,
    candidates,
    onReady: (checked) => void save(checked),
  });
  const unchanged = draft.text.trimEnd() === message.text;
  return {
    draft,
    onChange,
    saving,
    error,
    dialog,
    cancel: close,
    onSubmit: () => (unchanged ? close() : submit()),
  };
}

/** A message's text in its place, to be changed. What is written stays when saving fails. */
export default function EditMessage({ message, row }: { message: Message; row: RowContext }) {
  const t = useT();
  const { draft, onChange, saving, error, dialog, cancel, onSubmit } = useEditing(message, row);
  const noteId = useId();
  useFocusBack(message);
  return (
    <div className="my-1" role="group" aria-label={t.composer.editing}>
      <div className="flex rounded-lg border border-edge bg-sheet focus-within:border-focus focus-within:shadow-[0_0_0_1px_var(--color-focus)]">
        <TextEditorBox
          draft={draft}
          onChange={onChange}
          candidates={row.candidates}
          label={t.composer.editing}
          enterSends={row.enterSends}
          onSubmit={onSubmit}
          onEscape={cancel}
          autoFocus
          invalid={isTooLong(draft.text)}
          describedBy={noteId}
        />
      </div>
      {error && (
        <p role="alert" className="mt-1 text-sm font-medium text-coral-ink">
          {error}
        </p>
      )}
      <div className="mt-1.5 flex flex-wrap items-center gap-2">
        <Button
          size="sm"
          tone="primary"
          busy={saving}
          disabled={isTooLong(draft.text) || isBlank(draft.text)}
          onClick={onSubmit}
        >
          {t.composer.saveEdit}
        </Button>
        <Button size="sm" onClick={cancel}>
          {t.composer.cancelEdit}
        </Button>
        <span className="text-xs text-faint pointer-coarse:hidden">{row.enterSends && t.composer.editHint}</span>
        <LengthNote id={noteId} text={draft.text} />
      </div>
      {dialog}
    </div>
  );
}
