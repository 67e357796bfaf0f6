import { useT } from '#client/lib/i18n.ts';
import type { Mention } from '#shared/messages.ts';
import type { TextContext } from './rendering.ts';

const chip = 'rounded-sm px-[3px] font-medium [box-decoration-break:clone]';
const mine = `${chip} bg-marigold-wash text-marigold-ink`;
const others = `${chip} bg-pine-wash text-pine-ink`;

/** `@name` in a text: who is meant, and the way to their profile. */
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
    <button
      type="button"
      data-tip={context.people.get(userId)?.displayName}
      onClick={(event) => context.onOpenProfile(userId, event.currentTarget)}
      className={`inline cursor-pointer text-left break-words whitespace-normal select-text hover:underline ${userId === context.me ? mine : others}`}
    >
      {raw}
    </button>
  );
}
