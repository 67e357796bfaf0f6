import type { RowContext } from '#client/features/messages/row-context.ts';
import { displayNameOf } from '#client/features/messages/types.ts';
import { listOf, numberOf } from '#client/lib/dates.ts';
import { useLanguage, wordsHook } from '#client/lib/i18n.ts';
import { commonWords } from '#client/lib/en.ts';
import { messagesWords } from '#client/features/messages/en.ts';
import { lazyOnIdle } from '#client/lib/lazy-parts.ts';
import { hasReacted } from './react.ts';
import type { Message } from '#shared/messages.ts';
import type { ReactionGroup } from '#shared/reactions.ts';
import { mayWithMessage } from '#shared/permissions.ts';

const useT = wordsHook({ common: commonWords, messages: messagesWords });

// A place of its size waits for it.
const AddReaction = lazyOnIdle(
  () => import('./AddReaction.tsx'),
  () => <span className="tap h-7 w-9" />,
);

const mostNames = 12;

interface ReactionBarProps {
  reactions: readonly ReactionGroup[];
  message: Message;
  row: RowContext;
  onOpenChange: (open: boolean) => void;
}

/** The emoji under a message, with how many used each; a press adds the reader's, or takes it back. */
export function ReactionBar({ reactions, message, row, onOpenChange }: ReactionBarProps) {
  return (
    <div className="flex flex-wrap items-center gap-1 py-1">
      {reactions.map((group) => (
        <ReactionButton key={group.emoji} group={group} message={message} row={row} />
      ))}
      {mayWithMessage(row.actor, message, 'react') && (
        <AddReaction
          onPick={(emoji) => row.handlers.onReact(message, emoji, !hasReacted(message, emoji, row.me))}
          onOpenChange={onOpenChange}
        />
      )}
    </div>
  );
}

function ReactionButton({ group, message, row }: { group: ReactionGroup; message: Message; row: RowContext }) {
  const t = useT();
  const language = useLanguage();
  const { emoji, userIds } = group;
  const mine = userIds.includes(row.me);
  const names = userIds
    .slice(0, mostNames)
    .map((id) => (id === row.me ? t.common.you : displayNameOf(row.people, id, t.common.someone)));
  if (userIds.length > mostNames) names.push(t.common.others(userIds.length - mostNames));
  return (
    <button
      type="button"
      aria-pressed={mine}
      disabled={!mayWithMessage(row.actor, message, 'react')}
      aria-label={t.messages.toggleReaction(emoji, userIds.length)}
      data-tip={t.messages.reactedWith(listOf(language, names), emoji)}
      onClick={() => row.handlers.onReact(message, emoji, !mine)}
      className={`tap inline-flex h-7 items-center justify-center gap-1.5 rounded-full border px-2 text-sm tabular-nums ${mine ? 'border-pine bg-pine-wash font-semibold text-pine-ink' : 'border-line bg-well text-soft hover:border-edge'}`}
    >
      <span className="text-base leading-none">{emoji}</span>
      {numberOf(language, userIds.length)}
    </button>
  );
}
