import type { WordsOf } from '#client/lib/i18n.ts';
import type { peopleWords } from './en.ts';

export const zh = {
  profile: '个人资料',
  profileOf: (name: string) => `${name} 的资料`,
  message: '发消息',
  noteToSelf: '给自己记笔记',
  editProfile: '编辑资料',
  workspaceOwner: '工作区所有者',
  admin: '管理员',
  member: '成员',
  memberSince: (date: string) => `${date} 加入`,
  lastSeen: (when: string) => `最近在线：${when}`,
  online: '在线',
  away: '离开',
  offline: '离线',
  deactivated: '此账号已停用。',
} satisfies WordsOf<typeof peopleWords>;
