import { messagesWords } from '#client/features/messages/en.ts';
import { noticeSentence } from '#client/lib/notices.ts';
import { wordsNow } from '#client/lib/i18n.ts';

const words = wordsNow({ messages: messagesWords });
const t = () => words().messages;

/** What happened to the room and who is in it. */
export const roomNotices = [
  noticeSentence('created', (_, { by }) => t().created(by)),
  noticeSentence('joined', (_, { by, self, who }) => (self ? t().joined(by) : t().wasAdded(by, who))),
  noticeSentence('left', (_, { who }) => t().left(who)),
  noticeSentence('removed', (_, { by, who }) => t().removed(by, who)),
  noticeSentence('renamed', ({ from, to }, { by }) => t().renamed(by, from, to)),
  noticeSentence('topic', ({ topic }, { by }) => (topic ? t().topicSet(by, topic) : t().topicCleared(by))),
  noticeSentence('archived', (_, { by }) => t().archived(by)),
  noticeSentence('unarchived', (_, { by }) => t().unarchived(by)),
];
