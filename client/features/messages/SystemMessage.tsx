import { fullTime, listOf, timeOf } from '#client/lib/dates.ts';
import { useLanguage, wordsHook, type WordsIn } from '#client/lib/i18n.ts';
import { commonWords } from '#client/lib/en.ts';
import { messagesWords } from './en.ts';
import { Timestamp } from '#client/ui/Timestamp.tsx';
import type { Message, Notice } from '#shared/messages.ts';
import { memo } from 'react';
import { displayNameOf, keyOf, type People } from './view.ts';

const useT = wordsHook({ common: commonWords, messages: messagesWords });
type Dictionary = WordsIn<{ common: typeof commonWords; messages: typeof messagesWords }>;

interface Wording {
  t: Dictionary;
  by: string;
  /** Whether nobody but the author is meant. */
  self: boolean;
  who: string;
}

function sentenceOf(notice: Notice, { t, by, self, who }: Wording): string {
  switch (notice.type) {
    case 'created':
      return t.messages.created(by);
    case 'joined':
      return self ? t.messages.joined(by) : t.messages.wasAdded(by, who);
    case 'left':
      return t.messages.left(who);
    case 'removed':
      return t.messages.removed(by, who);
    case 'renamed':
      return t.messages.renamed(by, notice.from, notice.to);
    case 'topic':
      return notice.topic ? t.messages.topicSet(by, notice.topic) : t.messages.topicCleared(by);
    case 'archived':
      return t.messages.archived(by);
    case 'unarchived':
      return t.messages.unarchived(by);
  }
}

interface SystemMessageProps {
  message: Message;
  notice: Notice;
  people: People;
  tabbable: boolean;
}

/** What happened in the room, told in one quiet line. */
export const SystemMessage = memo(function SystemMessage({ message, notice, people, tabbable }: SystemMessageProps) {
  const t = useT();
  const language = useLanguage();
  const nameOf = (userId: string) => displayNameOf(people, userId, t.common.someone);
  const meant = 'userIds' in notice ? notice.userIds : [];
  const wording = {
    t,
    by: nameOf(message.authorId),
    self: meant.length === 1 && meant[0] === message.authorId,
    who: listOf(language, meant.map(nameOf)),
  };
  const sentence = sentenceOf(notice, wording);
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
