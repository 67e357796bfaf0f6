import type { Notice } from '#shared/messages.ts';
import type { MessagePermission } from '#shared/permissions.ts';

/** Who did it, and to whom. */
export interface NoticeNames {
  by: string;
  /** Whether nobody but the author is meant. */
  self: boolean;
  who: string;
}

type MessageNotice = Extract<Notice, { type: 'message' }>;
export type NoticeKey = Exclude<Notice['type'], 'message'> | `message.${string}`;
/** How one kind of notice is said. */
export interface NoticeSentence {
  key: NoticeKey;
  say: (notice: Notice, names: NoticeNames) => string;
}

/** What a notice is about: `renamed`, or what was done with a message, `message.pin`. */
export const keyOfNotice = (notice: Notice): NoticeKey =>
  notice.type === 'message' ? `message.${notice.action}` : notice.type;

const isOf = <T extends Notice['type']>(notice: Notice, type: T): notice is Extract<Notice, { type: T }> =>
  notice.type === type;

export const noticeSentence = <T extends Exclude<Notice['type'], 'message'>>(
  type: T,
  say: (notice: Extract<Notice, { type: T }>, names: NoticeNames) => string,
): NoticeSentence => ({ key: type, say: (notice, names) => (isOf(notice, type) ? say(notice, names) : '') });

/** How it is said that somebody did something with a message, named as in the table of permissions. */
export const messageNotice = (
  action: MessagePermission,
  say: (notice: MessageNotice, names: NoticeNames) => string,
): NoticeSentence => ({
  key: `message.${action}`,
  say: (notice, names) => (isOf(notice, 'message') ? say(notice, names) : ''),
});
