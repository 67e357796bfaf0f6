import { eq, sql } from 'drizzle-orm';
import { AppError } from '#shared/errors.ts';
import { limits } from '#shared/limits.ts';
import type { ProfileInput, User } from '#shared/users.ts';
import { append, nextRev } from '#server/platform/db/log.ts';
import type { Tx } from '#server/platform/db/store.ts';
import { getUser, publicUser } from './queries.ts';

/** Changes what is given and tells everybody. */
export async function updateProfile(tx: Tx, userId: string, profile: ProfileInput): Promise<User> {
  const { users } = tx.db.tables;
  const changed = Object.fromEntries(Object.entries(profile).filter(([, value]) => value !== undefined));
  if (Object.keys(changed).length === 0) return getUser(tx.db, userId);
  const [row] = await tx.db.update(users).set(changed).where(eq(users.id, userId)).returning();
  return announce(tx, row ? publicUser(row) : null);
}

/** Sets the image from base64, or removes it; the type is read from the bytes, never believed. */
export async function setAvatar(tx: Tx, userId: string, image: string | null): Promise<User> {
  const { avatars, users } = tx.db.tables;
  await tx.db.delete(avatars).where(eq(avatars.userId, userId));
  if (image !== null) await tx.db.insert(avatars).values({ userId, type: typeOf(image), image });
  // The version only grows, so a browser never shows an older image from its cache under a new address.
  const version = image === null ? sql`-abs(${users.avatarVersion})` : sql`abs(${users.avatarVersion}) + 1`;
  const [row] = await tx.db.update(users).set({ avatarVersion: version }).where(eq(users.id, userId)).returning();
  return announce(tx, row ? publicUser(row) : null);
}

async function announce(tx: Tx, user: User | null): Promise<User> {
  if (!user) throw new AppError('user_unknown', { field: 'userId' });
  const rev = await nextRev(tx);
  await append(tx, { kind: 'user.updated', rev, at: tx.now, roomId: null, userId: null, user });
  return user;
}

function typeOf(image: string): string {
  const bytes = Buffer.from(image, 'base64');
  const text = bytes.toString('latin1', 0, 12);
  if (bytes.length <= limits.avatarBytes) {
    if (text.startsWith('\x89PNG\r\n\x1a\n')) return 'image/png';
    if (text.startsWith('\xff\xd8\xff')) return 'image/jpeg';
    if (text.startsWith('RIFF') && text.endsWith('WEBP')) return 'image/webp';
  }
  throw new AppError('image_invalid', { field: 'image', limit: limits.avatarBytes });
}
