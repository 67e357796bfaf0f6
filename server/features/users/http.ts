import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Caller, Services } from '#server/platform/trpc/context.ts';
import { avatarOf } from './queries.ts';

const path = /^\/avatars\/([\w-]{1,64})\/\d{1,9}$/;

/** Serves `GET /avatars/<userId>/<version>` to those signed in. False when the address is not an avatar's. */
export async function serveAvatar(
  services: Services,
  callerOf: () => Promise<Caller | null>,
  req: IncomingMessage,
  res: ServerResponse,
): Promise<boolean> {
  const userId = path.exec(req.url ?? '')?.[1];
  if (!userId) return false;
  const found = (await callerOf()) ? await services.store.read((db) => avatarOf(db, userId)) : null;
  if (!found) {
    res.writeHead(404).end();
    return true;
  }
  res.writeHead(200, {
    'Content-Type': found.type,
    'X-Content-Type-Options': 'nosniff',
    'Content-Security-Policy': "default-src 'none'",
    'Cache-Control': 'private, max-age=31536000, immutable',
  });
  res.end(Buffer.from(found.image, 'base64'));
  return true;
}
