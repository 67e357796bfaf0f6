import { Markdown } from '#client/features/messages/markdown/Markdown.tsx';
import type { TextContext } from '#client/features/messages/markdown/rendering.ts';
import { displayNameOf } from '#client/features/messages/types.ts';
import { avatarOf } from '#client/features/users/person.ts';
import { fullTime, relativeTime } from '#client/lib/dates.ts';
import { useLanguage, wordsHook } from '#client/lib/i18n.ts';
import { commonWords } from '#client/lib/en.ts';
import { messagesWords } from '#client/features/messages/en.ts';
import { Avatar } from '#client/ui/Avatar.tsx';
import { Button } from '#client/ui/Button.tsx';
import { Timestamp } from '#client/ui/Timestamp.tsx';
import { nameKey } from '#shared/limits.ts';
import { useMemo } from 'react';
import type { MentionsListProps, DisplayMention } from './types.ts';

const useT = wordsHook({ common: commonWords, messages: messagesWords });

/** Messages that call the reader and wait to be read, the newest first. */
export function MentionsList({
  items,
  me,
  people,
  rooms,
  hasMore,
  loadingMore,
  onLoadMore,
  onOpen,
  onOpenProfile,
  onOpenRoom,
}: MentionsListProps) {
  const t = useT();
  const context = useMemo<TextContext>(
    () => ({ me, people, rooms: new Map(rooms.map((room) => [nameKey(room.name), room])), onOpenProfile, onOpenRoom }),
    [me, people, rooms, onOpenProfile, onOpenRoom],
  );
  return (
    <>
      <ul className="mx-auto flex w-full max-w-3xl flex-col gap-2 p-3 sm:p-5">
        {items.map((item) => (
          <MentionCard key={item.message.id} item={item} context={context} onOpen={onOpen} />
        ))}
      </ul>
      {hasMore && (
        <div className="flex justify-center pb-5">
          <Button busy={loadingMore} onClick={onLoadMore}>
            {t.common.loadMore}
          </Button>
        </div>
      )}
    </>
  );
}

interface MentionCardProps {
  item: DisplayMention;
  context: TextContext;
  onOpen: (item: DisplayMention) => void;
}

function MentionCard({ item, context, onOpen }: MentionCardProps) {
  const t = useT();
  const language = useLanguage();
  const { message, roomName, href } = item;
  const author = context.people.get(message.authorId);
  const name = displayNameOf(context.people, message.authorId, t.common.someone);
  return (
    <li className="relative grid grid-cols-[36px_minmax(0,1fr)] gap-x-3 rounded-lg border border-line bg-sheet px-4 py-3 shadow-card hover:border-edge">
      <Avatar {...(author ? avatarOf(author) : { name, seed: message.authorId })} />
      <div className="min-w-0">
        <p className="flex flex-wrap items-baseline gap-x-2">
          {/* It covers the card: the whole of it leads to the message, while names and links in the text keep their own press. */}
          <a
            href={href}
            onClick={(event) => {
              if (event.metaKey || event.ctrlKey || event.shiftKey) return;
              event.preventDefault();
              onOpen(item);
            }}
            className="font-bold after:absolute after:inset-0 after:rounded-lg"
          >
            <bdi>{name}</bdi> <span className="font-normal text-soft">{t.messages.mentionIn(roomName)}</span>
          </a>
          <Timestamp
            at={message.createdAt}
            short={relativeTime(language, message.createdAt, Date.now())}
            full={fullTime(language, message.createdAt)}
            className="relative"
          />
        </p>
        <div className="pointer-events-none relative mt-0.5 line-clamp-6 text-base [&_[role=button]]:pointer-events-auto [&_a]:pointer-events-auto [&_button]:pointer-events-auto">
          <Markdown text={message.text} mentions={message.mentions} context={context} />
        </div>
      </div>
    </li>
  );
}
