import { wordsHook } from '#client/lib/i18n.ts';
import { commonWords } from '#client/lib/en.ts';
import { lazyPart } from '#client/lib/lazy-parts.ts';
import { closeDialog } from '#client/lib/overlays.ts';
import type { Message } from '#shared/messages.ts';
import { messagesWords } from '#client/features/messages/en.ts';
import { Dialog } from '#client/ui/Dialog.tsx';
import { Spinner } from '#client/ui/Spinner.tsx';
import { Suspense } from 'react';
import { useToggleReaction } from './react.ts';

const useT = wordsHook({ common: commonWords, messages: messagesWords });

const EmojiPicker = lazyPart(() => import('./EmojiPicker.tsx'));

/** Every emoji to react with, on a sheet of its own: for a phone. */
export default function EmojiDialog({ message }: { message: Message }) {
  const t = useT();
  const toggle = useToggleReaction();
  const pick = (emoji: string) => {
    toggle(message, emoji);
    closeDialog();
  };
  return (
    <Dialog title={t.messages.pickEmoji} closeLabel={t.common.close} onClose={closeDialog} width={380} bare>
      <div className="h-[min(420px,70dvh)] safe-bottom">
        <Suspense
          fallback={
            <div className="grid size-full place-items-center text-faint">
              <Spinner size={20} />
            </div>
          }
        >
          <EmojiPicker onPick={pick} />
        </Suspense>
      </div>
    </Dialog>
  );
}
