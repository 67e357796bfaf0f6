import type { WordsOf } from '#client/lib/i18n.ts';
import type { callsWords } from './en.ts';

export const zh = {
  outcomeUnknown: '连接中断，未收到答复，操作可能已完成，也可能没有。请先查看结果再重试。',
} satisfies WordsOf<typeof callsWords>;
