import type { AppErrorData, ErrorCode, ErrorDetails } from './errors.ts';
import { limits } from './limits.ts';

export const languages = ['en', 'zh'] as const;
export type Language = (typeof languages)[number];

type Sentence = (details: ErrorDetails) => string;
type Sentences = Record<ErrorCode, Sentence>;

const seconds = (d: ErrorDetails) => Math.max(1, Math.ceil((d.retryAfterMs ?? 1_000) / 1_000));
const kilobytes = (d: ErrorDetails) => Math.floor((d.limit ?? limits.bodyBytes) / 1_024);

const en: Sentences = {
  invalid_input: (d) =>
    `The value of “${d.field ?? 'input'}” is not valid${d.limit ? ` (limit: ${d.limit})` : ''}. Correct it and try again.`,
  message_empty: () => 'The message is empty. Write something first.',
  message_too_long: (d) =>
    `The message is too long: at most ${d.limit ?? limits.messageLength} characters. Shorten it or send it in parts.`,
  mention_invalid: () =>
    'A mention does not match the text or names somebody who is not in this room. Choose the name again.',
  mention_needs_confirmation: (d) => `This would notify ${d.limit ?? 'many'} people. Confirm to send it.`,
  cursor_unknown: () => 'That place in the history does not exist. Start again from the latest message.',
  emoji_invalid: () => 'That is not an emoji. Choose one from the list.',
  image_invalid: (d) =>
    `The image must be a PNG, JPEG or WebP of at most ${kilobytes(d)} KB and ${limits.avatarPixels} × ${limits.avatarPixels} pixels.`,
  name_invalid: (d) =>
    `The ${d.field === 'roomName' ? 'room name' : 'name'} is not allowed: use ${d.field === 'roomName' ? `1 to ${limits.roomName} characters without # or @` : `${limits.userName.min} to ${limits.userName.max} letters, digits, “.”, “_” or “-”`}.`,
  name_mixed: () =>
    'The name mixes letters of different alphabets, which can look alike. Write it with the letters of one alphabet.',
  name_taken: (d) =>
    d.field === 'displayName'
      ? 'Somebody else signs in by that name. Add something to it, such as a last name.'
      : 'That name is taken. Choose another one.',
  password_weak: (d) =>
    `The password is too weak: use at least ${d.limit ?? limits.password.min} characters that are not a common password or your name.`,
  password_wrong: () => 'The current password is not right.',
  credentials_wrong: () => 'Name or password is not right.',
  not_signed_in: () => 'You are not signed in. Sign in and try again.',
  registration_closed: () => 'This workspace takes no registrations. Ask an administrator for an invite.',
  invite_invalid: () => 'This invite does not exist or was withdrawn. Ask for a new one.',
  invite_expired: () => 'This invite has expired. Ask for a new one.',
  invite_used_up: () => 'This invite has been used up. Ask for a new one.',
  forbidden: () => 'You are not allowed to do this. Ask an administrator.',
  origin_refused: () => 'The request came from another site and was refused. Open the chat at its own address.',
  room_unknown: () => 'This room does not exist, or you are not in it.',
  room_archived: () => 'This room is archived. Unarchive it to change it.',
  room_lobby: () => 'Everybody belongs to this room; it cannot be left or archived.',
  room_direct: () => 'A direct conversation cannot be changed this way.',
  room_needs_owner: () => 'Only an owner of this room can do this.',
  not_a_member: () => 'You are not a member of this room. Join it first.',
  message_unknown: () => 'This message does not exist, or you may not see it.',
  message_recalled: () => 'This message was recalled and cannot be changed.',
  user_unknown: () => 'There is no such person here.',
  session_unknown: () => 'This session has already ended.',
  limit_reached: (d) => {
    if (d.field === 'rooms') return `You are in ${d.limit} rooms, which is the most. Leave one first.`;
    if (d.field === 'userIds') {
      return `Somebody you chose is in ${d.limit} rooms or more, and others may add them to none. Ask them to leave some.`;
    }
    return `The limit of ${d.limit ?? 'this workspace'} is reached.`;
  },
  too_many_requests: (d) => `Too many attempts. Try again in ${seconds(d)} s.`,
  too_large: (d) => `The request is too large: at most ${kilobytes(d)} KB.`,
  malformed: () => 'The request could not be read. Check its format.',
  unknown_procedure: () => 'There is no such procedure.',
  client_outdated: () => 'This page is from an older version. Reload it; your drafts are kept.',
  unavailable: () => 'The server cannot do this right now. Try again in a moment.',
  outcome_unknown: () =>
    'The connection was lost before an answer came: this may have been done or not. Look before you try again.',
  internal: () => 'Something went wrong on the server. Try again; if it stays, tell the administrator.',
};

const zh: Sentences = {
  invalid_input: (d) => `“${d.field ?? '输入'}”的值无效${d.limit ? `（上限：${d.limit}）` : ''}，请修改后重试。`,
  message_empty: () => '消息是空的，请先写点内容。',
  message_too_long: (d) => `消息太长：最多 ${d.limit ?? limits.messageLength} 个字符，请缩短或分几条发送。`,
  mention_invalid: () => '提及与文字不符，或此人不在本房间，请重新选择。',
  mention_needs_confirmation: (d) => `这会通知 ${d.limit ?? '很多'} 人，请确认后发送。`,
  cursor_unknown: () => '历史记录中没有这个位置，请从最新消息重新开始。',
  emoji_invalid: () => '这不是表情符号，请从列表中选择。',
  image_invalid: (d) =>
    `图片必须是不超过 ${kilobytes(d)} KB、${limits.avatarPixels} × ${limits.avatarPixels} 像素的 PNG、JPEG 或 WebP。`,
  name_invalid: (d) =>
    d.field === 'roomName'
      ? `房间名不可用：请用 1 到 ${limits.roomName} 个字符，不含 # 或 @。`
      : `名字不可用：请用 ${limits.userName.min} 到 ${limits.userName.max} 个字母、汉字、数字、“.”、“_”或“-”。`,
  name_mixed: () => '名字混用了不同文字的字母，它们可能看起来一样。请只用一种文字的字母书写。',
  name_taken: (d) =>
    d.field === 'displayName' ? '这是别人的登录名，请加上一些区别，例如姓氏。' : '这个名字已被使用，请换一个。',
  password_weak: (d) => `密码太弱：至少 ${d.limit ?? limits.password.min} 个字符，且不能是常见密码或你的名字。`,
  password_wrong: () => '当前密码不正确。',
  credentials_wrong: () => '名字或密码不正确。',
  not_signed_in: () => '你还没有登录，请登录后重试。',
  registration_closed: () => '此工作区不开放注册，请向管理员索取邀请。',
  invite_invalid: () => '此邀请不存在或已撤回，请索取新的邀请。',
  invite_expired: () => '此邀请已过期，请索取新的邀请。',
  invite_used_up: () => '此邀请的次数已用完，请索取新的邀请。',
  forbidden: () => '你没有权限这样做，请联系管理员。',
  origin_refused: () => '请求来自其他网站，已被拒绝。请从聊天自己的地址打开。',
  room_unknown: () => '此房间不存在，或你不在其中。',
  room_archived: () => '此房间已归档，取消归档后才能修改。',
  room_lobby: () => '所有人都属于这个房间，不能退出或归档。',
  room_direct: () => '私聊不能这样修改。',
  room_needs_owner: () => '只有房主才能这样做。',
  not_a_member: () => '你不是此房间的成员，请先加入。',
  message_unknown: () => '此消息不存在，或你无权查看。',
  message_recalled: () => '此消息已撤回，不能再修改。',
  user_unknown: () => '这里没有这个人。',
  session_unknown: () => '此会话已经结束。',
  limit_reached: (d) => {
    if (d.field === 'rooms') return `你已在 ${d.limit} 个房间中，达到上限，请先退出一些房间。`;
    if (d.field === 'userIds')
      return `所选的人已在 ${d.limit} 个以上的房间中，他人不能再添加，请让对方先退出一些房间。`;
    return `已达到上限${d.limit ? ` ${d.limit}` : ''}。`;
  },
  too_many_requests: (d) => `尝试次数过多，请在 ${seconds(d)} 秒后重试。`,
  too_large: (d) => `请求太大：最多 ${kilobytes(d)} KB。`,
  malformed: () => '无法读取此请求，请检查格式。',
  unknown_procedure: () => '没有这个接口。',
  client_outdated: () => '此页面是旧版本，请刷新；草稿会保留。',
  unavailable: () => '服务器暂时无法处理，请稍后重试。',
  outcome_unknown: () => '连接中断，未收到答复，操作可能已完成，也可能没有。请先查看结果再重试。',
  internal: () => '服务器出了问题，请重试；若仍不行，请告诉管理员。',
};

const sentences: Record<Language, Sentences> = { en, zh };

/** The sentence for a person that goes with an error, in their language. */
export function sentenceFor(language: Language, { code, ...details }: AppErrorData): string {
  return sentences[language][code](details);
}

/** `zh` for any Chinese, else `en`; takes an `Accept-Language` header or a single tag. */
export function languageOf(accepted: string | undefined): Language {
  return /^\s*zh\b/i.test(accepted ?? '') ? 'zh' : 'en';
}
