import { wordsHook } from '#client/lib/i18n.ts';
import { messagesWords } from '#client/features/messages/en.ts';

const useT = wordsHook({ messages: messagesWords });

const quick = ['👍', '❤️', '😂', '🎉', '👀', '✅', '🙏', '🚀'] as const;

interface QuickReactionsProps {
  most: number;
  onPick: (emoji: string) => void;
  className?: string;
}

/** The reactions that are used most, one press away. */
export function QuickReactions({ most, onPick, className = '' }: QuickReactionsProps) {
  const t = useT();
  return quick.slice(0, most).map((emoji) => (
    <button
      key={emoji}
      type="button"
      aria-label={`${t.messages.react}: ${emoji}`}
      onClick={() => onPick(emoji)}
      className={`tap grid size-8 place-items-center rounded-md text-lg leading-none hover:bg-hover ${className}`}
    >
      {emoji}
    </button>
  ));
}
