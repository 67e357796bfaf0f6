import type { Notice } from '#shared/messages.ts';

/** Who did it, and to whom. */
export interface NoticeNames {
  by: string;
  /** Whether nobody but the author is meant. */
  self: boolean;
  who: string;
}
/** How one kind of notice is said. */
export interface NoticeSentence {
  type: Notice['type'];
  say: (notice: Notice, names: NoticeNames) => string;
}

const isOf = <T extends Notice['type']>(notice: Notice, type: T): notice is Extract<Notice, { type: T }> =>
  notice.type === type;

export const noticeSentence = <T extends Notice['type']>(
  type: T,
  say: (notice: Extract<Notice, { type: T }>, names: NoticeNames) => string,
): NoticeSentence => ({ type, say: (notice, names) => (isOf(notice, type) ? say(notice, names) : '') });
