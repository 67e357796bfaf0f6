import { wordsHook } from '#client/lib/i18n.ts';
import { messagesWords } from './en.ts';
import { Icon } from '#client/ui/Icon.tsx';
import { ArrowDown, ArrowUp } from 'lucide-react';

const useT = wordsHook({ messages: messagesWords });

const pill =
  'tap pointer-events-auto inline-flex h-9 items-center justify-center gap-2 rounded-full border px-4 text-sm font-semibold shadow-pop animate-enter';

/** Over the lower edge while one reads above: the way back, and how many wait there. */
export function JumpToLatest({ newCount, onJump }: { newCount: number; onJump: () => void }) {
  const t = useT();
  const tone =
    newCount > 0
      ? 'border-transparent bg-pine text-on-pine hover:bg-pine-deep'
      : 'border-line bg-float text-ink hover:bg-well';
  return (
    <div className="pointer-events-none absolute inset-x-0 bottom-3 z-20 flex justify-center">
      <button type="button" onClick={onJump} className={`${pill} ${tone}`}>
        <Icon of={ArrowDown} size={16} />
        {t.messages.jumpToLatest}
        {newCount > 0 && <span className="font-medium">· {t.messages.jumpToNew(newCount)}</span>}
      </button>
    </div>
  );
}

/** Over the upper edge while the first unread message is above. */
export function JumpToUnread({ onJump }: { onJump: () => void }) {
  const t = useT();
  return (
    <div className="pointer-events-none absolute inset-x-0 top-3 z-20 flex justify-center">
      <button
        type="button"
        onClick={onJump}
        className={`${pill} border-transparent bg-coral text-on-coral hover:bg-coral-deep`}
      >
        <Icon of={ArrowUp} size={16} />
        {t.messages.jumpToUnread}
      </button>
    </div>
  );
}
