import { defineWords } from '#client/lib/i18n.ts';
export const peopleWords = defineWords('features/users', {
  profile: 'Profile',
  profileOf: (name: string) => `Profile of ${name}`,
  message: 'Message',
  noteToSelf: 'Note to self',
  editProfile: 'Edit profile',
  workspaceOwner: 'Workspace owner',
  admin: 'Administrator',
  member: 'Member',
  memberSince: (date: string) => `Here since ${date}`,
  lastSeen: (when: string) => `Last seen ${when}`,
  online: 'Online',
  away: 'Away',
  offline: 'Offline',
  deactivated: 'This account is deactivated.',
});
