import { wordsHook } from '#client/lib/i18n.ts';
import { messagesWords } from '#client/features/messages/en.ts';
import { Icon } from '#client/ui/Icon.tsx';
import { SmilePlus } from 'lucide-react';
import { EmojiPopover } from './EmojiPopover.tsx';

const useT = wordsHook({ messages: messagesWords });

interface AddReactionProps {
  onPick: (emoji: string) => void;
  onOpenChange: (open: boolean) => void;
}

/** After the reactions that are there: the way to another one. */
export default function AddReaction({ onPick, onOpenChange }: AddReactionProps) {
  const t = useT();
  return (
    <EmojiPopover
      onPick={onPick}
      onOpenChange={onOpenChange}
      trigger={(props) => (
        <button
          {...props}
          type="button"
          aria-label={t.messages.react}
          data-tip={t.messages.react}
          className="tap grid h-7 w-9 place-items-center rounded-full text-faint hover:bg-hover hover:text-ink"
        >
          <Icon of={SmilePlus} size={16} />
        </button>
      )}
    />
  );
}
