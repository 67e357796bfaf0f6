import { wordsHook } from '#client/lib/i18n.ts';
import { messagesWords } from '#client/features/messages/en.ts';
import type { Mention } from '#shared/messages.ts';
import type { TextContext } from './rendering.ts';

const useT = wordsHook({ messages: messagesWords });

const chip = 'rounded-sm px-[3px] font-medium [box-decoration-break:clone]';
const mine = `${chip} bg-marigold-wash text-marigold-ink`;
const others = `${chip} bg-pine-wash text-pine-ink`;

/** `@name` in a text: who is meant, and the way to their profile. Not a `button`, whose words cannot be selected and copied. */
export function MentionChip({ mention, raw, context }: { mention: Mention; raw: string; context: TextContext }) {
  const t = useT();
  if (mention.kind !== 'user') {
    const tip = mention.kind === 'room' ? t.messages.mentionRoom : t.messages.mentionHere;
    const calls = mention.kind === 'room' || mention.userIds.includes(context.me);
    return (
      <span data-tip={tip} className={calls ? mine : others}>
        {raw}
      </span>
    );
  }
  const { userId } = mention;
  return (
    <span
      role="button"
      tabIndex={0}
      data-tip={context.people.get(userId)?.displayName}
      onClick={(event) => context.onOpenProfile(userId, event.currentTarget)}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' && event.key !== ' ') return;
        event.preventDefault();
        context.onOpenProfile(userId, event.currentTarget);
      }}
      className={`cursor-pointer hover:underline ${userId === context.me ? mine : others}`}
    >
      {raw}
    </span>
  );
}
