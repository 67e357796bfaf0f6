import { wordsHook } from '#client/lib/i18n.ts';
import { messagesWords } from './en.ts';
import { Button } from '#client/ui/Button.tsx';
import { Icon } from '#client/ui/Icon.tsx';
import { CircleAlert } from 'lucide-react';
import type { RowHandlers, DisplayMessage } from './types.ts';

const useT = wordsHook({ messages: messagesWords });

/** Why a message was refused, and what its author can do about it. */
export default function SendFailure({
  shown: { message, error },
  handlers,
}: {
  shown: DisplayMessage;
  handlers: RowHandlers;
}) {
  const t = useT();
  return (
    <div role="alert" className="my-1 flex flex-wrap items-center gap-x-3 gap-y-1 text-sm text-coral-ink">
      <span className="flex min-w-0 items-center gap-1.5">
        <Icon of={CircleAlert} size={15} />
        <span>
          <strong className="font-semibold">{t.messages.failed}</strong> {error}
        </span>
      </span>
      <span className="flex gap-1.5">
        <Button size="sm" onClick={() => handlers.onRetry(message)}>
          {t.messages.retry}
        </Button>
        <Button size="sm" tone="dangerQuiet" onClick={() => handlers.onDiscard(message)}>
          {t.messages.cancelSend}
        </Button>
      </span>
    </div>
  );
}
