import { and, eq, inArray, ne, sql } from 'drizzle-orm';
import { AppError } from '#shared/errors.ts';
import { limits, storedNameKeys } from '#shared/limits.ts';
import { hasMixedWord } from '#shared/scripts.ts';
import type { ProfileInput, User } from '#shared/users.ts';
import { append, nextRev } from '#server/platform/log/event-log.ts';
import type { Db, Tx } from '#server/platform/db/store.ts';
import { imageFacts } from '#server/platform/images.ts';
import { getUser, publicUser } from './queries.ts';
import { avatars, users } from './tables.ts';

/** Changes the given fields and publishes the event to everybody. */
export async function updateProfile(tx: Tx, userId: string, profile: ProfileInput): Promise<User> {
  const u = tx.db.of(users);
  const changed = Object.fromEntries(Object.entries(profile).filter(([, value]) => value !== undefined));
  if (Object.keys(changed).length === 0) return getUser(tx.db, userId);
  if (profile.displayName !== undefined) await assertDisplayName(tx.db, profile.displayName, userId);
  const [row] = await tx.db.update(u).set(changed).where(eq(u.id, userId)).returning();
  return announce(tx, row ? publicUser(row) : null);
}

/**
 * Throws `name_mixed` for a word that mixes scripts, `name_taken` for the user name of somebody else. People may share a
 * display name. One that is kept is not questioned: somebody may have registered by it since.
 */
export async function assertDisplayName(db: Db, displayName: string, userId: string | null): Promise<void> {
  const u = db.of(users);
  if (userId !== null && (await getUser(db, userId)).displayName === displayName) return;
  if (hasMixedWord(displayName)) throw new AppError('name_mixed', { field: 'displayName' });
  const namesake = inArray(u.nameKey, storedNameKeys(displayName));
  const [other] = await db
    .select({ id: u.id })
    .from(u)
    .where(userId === null ? namesake : and(namesake, ne(u.id, userId)));
  if (other) throw new AppError('name_taken', { field: 'displayName' });
}

/** Sets the image from base64, or removes it; the type is read from the bytes, never believed. */
export async function setAvatar(tx: Tx, userId: string, image: string | null): Promise<User> {
  const avatarsTable = tx.db.of(avatars);
  const u = tx.db.of(users);
  await tx.db.delete(avatarsTable).where(eq(avatarsTable.userId, userId));
  if (image !== null) await tx.db.insert(avatarsTable).values({ userId, type: typeOf(image), image });
  // The version only grows, so a browser never shows an older image from its cache under a new address.
  const version = image === null ? sql`-abs(${u.avatarVersion})` : sql`abs(${u.avatarVersion}) + 1`;
  const [row] = await tx.db.update(u).set({ avatarVersion: version }).where(eq(u.id, userId)).returning();
  return announce(tx, row ? publicUser(row) : null);
}

async function announce(tx: Tx, user: User | null): Promise<User> {
  if (!user) throw new AppError('user_unknown', { field: 'userId' });
  const rev = await nextRev(tx);
  await append(tx, { kind: 'user.updated', rev, at: tx.now, roomId: null, userId: null, user });
  return user;
}

/** Throws `image_invalid` for what is no image, or too large a one in bytes or in pixels. */
function typeOf(image: string): string {
  const bytes = Buffer.from(image, 'base64');
  const facts = bytes.length <= limits.avatarBytes ? imageFacts(bytes) : null;
  if (facts && Math.max(facts.width, facts.height) <= limits.avatarPixels) return facts.type;
  throw new AppError('image_invalid', { field: 'image', limit: limits.avatarBytes });
}
