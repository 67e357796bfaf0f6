import { noticeSentence } from '#client/lib/notices.ts';
import { wordsNow } from '#client/lib/i18n.ts';
import { roomsWords } from './en.ts';

const words = wordsNow({ rooms: roomsWords });
const t = () => words().rooms;

/** What happened to the room and who is in it. */
export const roomNotices = [
  noticeSentence('created', (_, { by }) => t().roomCreated(by)),
  noticeSentence('joined', (_, { by, self, who }) => (self ? t().personJoined(by) : t().personAdded(by, who))),
  noticeSentence('left', (_, { who }) => t().personLeft(who)),
  noticeSentence('removed', (_, { by, who }) => t().personRemoved(by, who)),
  noticeSentence('renamed', ({ from, to }, { by }) => t().roomRenamed(by, from, to)),
  noticeSentence('topic', ({ topic }, { by }) => (topic ? t().topicSet(by, topic) : t().topicCleared(by))),
  noticeSentence('archived', (_, { by }) => t().roomArchived(by)),
  noticeSentence('unarchived', (_, { by }) => t().roomUnarchived(by)),
];
