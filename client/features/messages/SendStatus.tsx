import { wordsHook } from '#client/lib/i18n.ts';
import { lazyOnIdle } from '#client/lib/lazy-parts.ts';
import { messagesWords } from './en.ts';
import { Icon } from '#client/ui/Icon.tsx';
import { Clock } from 'lucide-react';
import type { RowHandlers, DisplayMessage } from './types.ts';

const useT = wordsHook({ messages: messagesWords });
const SendFailure = lazyOnIdle(() => import('./SendFailure.tsx'));

/**
 * Why a message is not stored yet; one under way says so after a second. It is part of the first script, because a
 * page that lost its connection cannot load it any more.
 */
export function SendStatus({ shown, handlers }: { shown: DisplayMessage; handlers: RowHandlers }) {
  const t = useT();
  if (shown.state === 'failed') return <SendFailure shown={shown} handlers={handlers} />;
  const waiting = shown.state === 'queued';
  return (
    <p
      className={`flex items-center gap-1.5 text-xs text-faint ${waiting ? '' : 'absolute right-4 bottom-0.5 rounded-sm bg-sheet px-1 animate-[enter_200ms_1s_both]'}`}
    >
      <Icon of={Clock} size={13} />
      {waiting ? t.messages.queued : t.messages.sending}
    </p>
  );
}
