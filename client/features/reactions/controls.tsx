import { SmilePlus } from 'lucide-react';
import { messagesWords } from '#client/features/messages/en.ts';
import type { ActionControls } from '#client/lib/actions.ts';
import { wordsHook } from '#client/lib/i18n.ts';
import { openDialog } from '#client/lib/overlays.ts';
import { IconButton } from '#client/ui/IconButton.tsx';
import { emojiDialog } from './dialogs.ts';
import { EmojiPopover } from './EmojiPopover.tsx';
import { QuickReactions } from './QuickReactions.tsx';
import { useToggleReaction } from './react.ts';

const useT = wordsHook({ messages: messagesWords });

/** The emoji used most, and the way to all others. */
export const reactionControls: ActionControls = {
  Toolbar: function ReactionTools({ message, onOpenChange }) {
    const t = useT();
    const toggle = useToggleReaction();
    const pick = (emoji: string) => toggle(message, emoji);
    return (
      <>
        <QuickReactions most={3} onPick={pick} className="max-sm:hidden" />
        <EmojiPopover
          onPick={pick}
          onOpenChange={onOpenChange}
          trigger={(props) => (
            <IconButton {...props} icon={SmilePlus} size="sm" label={t.messages.react} data-react="" />
          )}
        />
      </>
    );
  },
  Sheet: function ReactionRow({ message, onClose }) {
    const t = useT();
    const toggle = useToggleReaction();
    return (
      <div className="flex items-center justify-between gap-0.5 border-b border-line px-1 pb-2">
        <QuickReactions
          most={6}
          onPick={(emoji) => {
            toggle(message, emoji);
            onClose();
          }}
        />
        <IconButton icon={SmilePlus} label={t.messages.react} onClick={() => openDialog(emojiDialog, { message })} />
      </div>
    );
  },
};
