import { fullTime, listOf, timeOf } from '#client/lib/dates.ts';
import { useFeatures } from '#client/lib/use-features.ts';
import { keyOfNotice } from '#client/lib/notices.ts';
import { useLanguage, wordsHook } from '#client/lib/i18n.ts';
import { commonWords } from '#client/lib/en.ts';
import { Timestamp } from '#client/ui/Timestamp.tsx';
import type { Message, Notice } from '#shared/messages.ts';
import { memo } from 'react';
import { displayNameOf, keyOf, type People } from './types.ts';

const useT = wordsHook({ common: commonWords });

interface SystemMessageProps {
  message: Message;
  notice: Notice;
  people: People;
  tabbable: boolean;
}

/** What happened in the room, in one quiet line. */
export const SystemMessage = memo(function SystemMessage({ message, notice, people, tabbable }: SystemMessageProps) {
  const t = useT();
  const language = useLanguage();
  const { notices } = useFeatures();
  const nameOf = (userId: string) => displayNameOf(people, userId, t.common.someone);
  const meant = 'userIds' in notice ? notice.userIds : [];
  const names = {
    by: nameOf(message.authorId),
    self: meant.length === 1 && meant[0] === message.authorId,
    who: listOf(language, meant.map(nameOf)),
  };
  const sentence = notices.get(keyOfNotice(notice))?.say(notice, names) ?? '';
  return (
    <article
      data-row={keyOf(message)}
      tabIndex={tabbable ? 0 : -1}
      aria-label={sentence}
      className="flex items-baseline gap-2 py-1.5 pr-5 pl-16 text-sm text-faint focus-visible:outline-offset-[-2px] sm:pl-17"
    >
      <span className="min-w-0 [overflow-wrap:anywhere]">{sentence}</span>
      <Timestamp
        at={message.createdAt}
        short={timeOf(language, message.createdAt)}
        full={fullTime(language, message.createdAt)}
      />
    </article>
  );
});
