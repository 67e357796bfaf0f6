import { avatarOf } from '#client/features/users/person.ts';
import { wordsHook } from '#client/lib/i18n.ts';
import { commonWords } from '#client/lib/en.ts';
import { messagesWords } from './en.ts';
import { Avatar } from '#client/ui/Avatar.tsx';
import { Icon } from '#client/ui/Icon.tsx';
import type { Quote } from '#shared/messages.ts';
import { CornerUpRight } from 'lucide-react';
import type { RowContext } from './row-context.ts';
import { displayNameOf } from './types.ts';

const useT = wordsHook({ common: commonWords, messages: messagesWords });

/** One line of the message a reply answers; a press shows it. */
export function QuotedMessage({ quote, row }: { quote: Quote; row: RowContext }) {
  const t = useT();
  const author = row.people.get(quote.authorId);
  const name = displayNameOf(row.people, quote.authorId, t.common.someone);
  const gone = quote.recalledAt !== null;
  return (
    <button
      type="button"
      onClick={() => row.handlers.onShowMessage(quote.messageId)}
      aria-label={`${t.messages.replyingTo(name)}: ${gone ? t.messages.quoteRecalled : quote.text.slice(0, 120)}`}
      data-tip={t.messages.goToQuoted}
      className="mb-0.5 -ml-0.5 flex h-6 max-w-full min-w-0 items-center gap-1.5 rounded-sm px-0.5 text-left text-sm text-faint hover:text-ink pointer-coarse:h-8"
    >
      <Icon of={CornerUpRight} size={14} />
      {author && <Avatar {...avatarOf(author)} size={16} />}
      <bdi className="shrink-0 font-semibold">{name}</bdi>
      <bdi dir="auto" className={`min-w-0 truncate ${gone ? 'italic' : ''}`}>
        {gone ? t.messages.quoteRecalled : quote.text.replace(/\s+/gu, ' ')}
      </bdi>
    </button>
  );
}
