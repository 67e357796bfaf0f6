import { z } from 'zod';
import { toAll } from './event-headers.ts';
import { limits } from './limits.ts';
import { id, optionalLine, visibleLine } from './text.ts';

export const userRole = z.enum(['owner', 'admin', 'member']);
export type UserRole = z.infer<typeof userRole>;

/** A person as everybody in the workspace sees them. Times are ms since 1970. */
export const user = z.object({
  id: z.string(),
  name: z.string(),
  displayName: z.string(),
  role: userRole,
  statusText: z.string(),
  /** The version in `/avatars/<id>/<version>`; 0 or less without an image. */
  avatarVersion: z.number().int(),
  createdAt: z.number(),
  lastSeenAt: z.number().nullable(),
  deactivatedAt: z.number().nullable(),
});
export type User = z.infer<typeof user>;

export const userId = id;

export const profileInput = z.object({
  displayName: visibleLine.max(limits.displayName).optional(),
  statusText: optionalLine.max(limits.statusText).optional(),
});
export type ProfileInput = z.infer<typeof profileInput>;

/** A PNG, JPEG or WebP image in base64; `null` removes the image. */
export const avatarInput = z.object({
  image: z
    .base64()
    .max(Math.ceil(limits.avatarBytes / 3) * 4)
    .nullable(),
});

export const userEvents = [
  z.object({ kind: z.literal('user.joined'), ...toAll, user }),
  z.object({ kind: z.literal('user.updated'), ...toAll, user }),
] as const;
