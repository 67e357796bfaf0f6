import { z } from 'zod';
import { limits } from './limits.ts';
import { id, optionalLine, text } from './text.ts';
import type { User } from './users.ts';

export const registrationMode = z.enum(['open', 'invite', 'closed']);
export type RegistrationMode = z.infer<typeof registrationMode>;

/** How the caller wants to carry the session: a browser's cookie or a token of its own. */
const carrier = z.enum(['cookie', 'bearer']).default('cookie');
const name = text.min(1).max(200);
/** What cannot be seen in it is no part of a new name. */
const newName = name.overwrite((value) => value.replace(/(?![\u200C\u200D])\p{Default_Ignorable_Code_Point}/gu, ''));
const password = z.string().max(1_000);

export const registerInput = z.object({
  name: newName,
  displayName: optionalLine.max(limits.displayName).optional(),
  password,
  inviteCode: text.max(100).optional(),
  /** The owner may name the workspace while creating it. */
  workspaceName: optionalLine.max(64).optional(),
  carrier,
});

export const loginInput = z.object({ name, password, carrier });
export const changePasswordInput = z.object({ currentPassword: password, newPassword: password });
export const revokeInput = z.object({ sessionId: id });

/** The signed-in person, and the session that says so. */
export interface Me extends User {
  sessionId: string;
}
/** `token` is there only for `carrier: 'bearer'`. */
export interface SignedIn {
  me: Me;
  token: string | null;
}
export interface SessionInfo {
  id: string;
  device: string;
  address: string;
  createdAt: number;
  lastUsedAt: number;
  current: boolean;
}
/** What the page must know before anybody is signed in. */
export interface AuthStatus {
  needsOwner: boolean;
  registration: RegistrationMode;
  workspaceName: string;
  version: string;
  me: Me | null;
}
