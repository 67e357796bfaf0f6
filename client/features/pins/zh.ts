import type { WordsOf } from '#client/lib/i18n.ts';
import type { pinsWords } from './en.ts';

export const zh = {
  title: '置顶消息',
  pin: '置顶消息',
  unpin: '取消置顶',
  mark: '已置顶',
  pinned: (by: string) => `${by}置顶了一条消息。`,
  pinnedBy: (by: string, when: string) => `${by}于${when}置顶`,
  none: '还没有置顶消息',
  noneHint: '把大家需要随时找到的消息置顶。',
} satisfies WordsOf<typeof pinsWords>;
