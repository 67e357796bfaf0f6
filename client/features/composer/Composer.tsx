import { wordsHook } from '#client/lib/i18n.ts';
import { composerWords } from './en.ts';
import { lazyOnIdle } from '#client/lib/lazy-parts.ts';
import { IconButton } from '#client/ui/IconButton.tsx';
import { ALargeSmall, SendHorizontal } from 'lucide-react';
import { useEffect, useId, useRef, useState, type RefObject } from 'react';
import { isBlank } from '#shared/blank.ts';
import { isTooLong, LengthNote } from './LengthNote.tsx';
import { useSubmission } from './submission.tsx';
import { useTypingSignal } from './typing-signal.ts';
import { TextEditorBox, type TextEditorHandle } from './TextEditorBox.tsx';
import { emptyDraft, type CheckedDraft, type ComposerProps, type Draft } from './draft.ts';

const useT = wordsHook({ composer: composerWords });

const BlockedComposer = lazyOnIdle(
  () => import('./BlockedComposer.tsx'),
  () => <div className="h-16" />,
);
const ComposerTools = lazyOnIdle(
  () => import('./ComposerTools.tsx'),
  () => <div className="h-9 max-sm:hidden" />,
);

const ReplyingTo = lazyOnIdle(
  () => import('./ReplyingTo.tsx'),
  () => <div className="h-9 border-b border-line" />,
);

/** Where one writes to a room. Give it `key={roomId}`. */
export function Composer(props: ComposerProps) {
  if (props.blocked) return <BlockedComposer blocked={props.blocked} />;
  return <OpenComposer {...props} />;
}

function useComposing(props: ComposerProps) {
  const { candidates, initialDraft, onDraftChange, onSend, onTyping, replyTo } = props;
  const [draft, setDraft] = useState(initialDraft);
  const typing = useTypingSignal(onTyping);
  const set = (next: Draft) => {
    setDraft(next);
    onDraftChange(next);
  };
  const onReady = (checked: CheckedDraft) => {
    typing.stop();
    set(emptyDraft);
    onSend({ ...checked, replyToId: replyTo?.messageId ?? null });
  };
  const { submit, dialog } = useSubmission({ draft, candidates, onReady });
  const onChange = (next: Draft) => {
    set(next);
    if (isBlank(next.text)) typing.stop();
    else typing.note();
  };
  return { draft, onChange, onSubmit: submit, dialog };
}

function OpenComposer(props: ComposerProps) {
  const t = useT();
  const { candidates, roomName, noteToSelf, replyTo, onCancelReply, enterSends } = props;
  const { draft, onChange, onSubmit, dialog } = useComposing(props);
  const box = useRef<TextEditorHandle>(null);
  const [formatting, setFormatting] = useState(false);
  const noteId = useId();
  useFocusOnReply(box, replyTo?.messageId);
  return (
    <div className="px-2 pb-[max(8px,env(safe-area-inset-bottom))] sm:px-5 sm:pb-3">
      <div className="rounded-lg border border-edge bg-sheet focus-within:border-focus focus-within:shadow-[0_0_0_1px_var(--color-focus)]">
        {replyTo && <ReplyingTo name={replyTo.authorName} text={replyTo.text} onCancel={onCancelReply} />}
        <div className="grid grid-cols-[auto_minmax(0,1fr)_auto] items-end sm:grid-cols-[minmax(0,1fr)_auto]">
          <FormattingToggle pressed={formatting} onToggle={() => setFormatting(!formatting)} />
          <div className="flex min-h-11 min-w-0 items-center sm:col-span-2 sm:min-h-0">
            <TextEditorBox
              ref={box}
              draft={draft}
              onChange={onChange}
              candidates={candidates}
              label={t.composer.label(roomName)}
              placeholder={noteToSelf ? t.composer.placeholderSelf : t.composer.placeholder(roomName)}
              enterSends={enterSends}
              onSubmit={onSubmit}
              onEscape={replyTo ? onCancelReply : undefined}
              onArrowUp={props.onEditLast}
              autoFocus={props.autoFocus}
              invalid={isTooLong(draft.text)}
              describedBy={noteId}
            />
          </div>
          <ComposerTools box={box} text={draft.text} shown={formatting} />
          <SendButton noteId={noteId} text={draft.text} enterSends={enterSends} onSubmit={onSubmit} />
        </div>
      </div>
      {dialog}
    </div>
  );
}

function useFocusOnReply(box: RefObject<TextEditorHandle | null>, messageId: string | undefined): void {
  useEffect(() => {
    if (messageId) box.current?.focus();
  }, [box, messageId]);
}

function FormattingToggle({ pressed, onToggle }: { pressed: boolean; onToggle: () => void }) {
  const t = useT();
  return (
    <IconButton
      icon={ALargeSmall}
      label={t.composer.formatting}
      aria-pressed={pressed}
      onMouseDown={(event) => event.preventDefault()}
      onClick={onToggle}
      className="sm:hidden"
    />
  );
}

interface SendButtonProps {
  noteId: string;
  text: string;
  enterSends: boolean;
  onSubmit: () => void;
}

function SendButton({ noteId, text, enterSends, onSubmit }: SendButtonProps) {
  const t = useT();
  return (
    <div className="flex items-center gap-2 p-1 max-sm:self-end">
      <LengthNote id={noteId} text={text} />
      <IconButton
        icon={SendHorizontal}
        label={t.composer.send}
        keys={enterSends ? 'Enter' : 'Ctrl Enter'}
        tone="primary"
        disabled={isTooLong(text) || isBlank(text)}
        onMouseDown={(event) => event.preventDefault()}
        onClick={onSubmit}
      />
    </div>
  );
}
