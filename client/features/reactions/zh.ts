import type { WordsOf } from '#client/lib/i18n.ts';
import type { emojiWords } from './en.ts';

export const zh = {
  search: '搜索表情',
  found: '搜索结果',
  none: '没有叫这个名字的表情。',
  recent: '最近使用',
  groups: ['笑脸', '人物', '动物与自然', '食物与饮料', '旅行与地点', '活动', '物品', '符号', '旗帜'],
} satisfies WordsOf<typeof emojiWords>;
