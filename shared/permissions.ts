import type { MemberRole } from './rooms.ts';
import type { UserRole } from './users.ts';

/** The rules that buttons and guards share, so that they cannot disagree. */

/** Settings and invites of the workspace, and every room's doors. */
export const mayRunWorkspace = (role: UserRole): boolean => role === 'owner' || role === 'admin';

/** Who comes first where one member of a room has to act for it: the lowest number. Names of roles order nothing. */
export const memberRank: Readonly<Record<MemberRole, number>> = { owner: 0, member: 1 };

/** Archiving a room, and taking people and messages out of it. */
export const mayManageRoom = (member: MemberRole, role: UserRole): boolean =>
  member === 'owner' || mayRunWorkspace(role);

interface Authored {
  authorId: string;
  notice: unknown;
  recalledAt: number | null;
}

const isIntact = ({ notice, recalledAt }: Authored): boolean => notice === null && recalledAt === null;

/** Editing: one's own words, while they stand. */
export const mayChangeMessage = (message: Authored, userId: string): boolean =>
  message.authorId === userId && isIntact(message);

/** Recalling: one's own words, and in a room that one manages everybody's. */
export const mayRecallMessage = (message: Authored, userId: string, managesRoom: boolean): boolean =>
  isIntact(message) && (message.authorId === userId || managesRoom);
