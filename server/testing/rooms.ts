import type { MentionInput, Message } from '#shared/messages.ts';
import type { Person } from './world.ts';

let made = 0;
/** A tempId or name that nothing else has. */
export const unique = (): string => `u${(made += 1)}`;

/** A private room of these people, owned by the first; returns its id. */
export async function roomOf(owner: Person, ...others: { id: string }[]): Promise<string> {
  const userIds = others.map(({ id }) => id);
  return (await owner.api.rooms.create({ kind: 'private', name: unique(), userIds })).id;
}

/** Sends and returns the stored message. */
export async function say(
  person: Person,
  roomId: string,
  text: string,
  more: { mentions?: MentionInput[]; replyToId?: string; confirmed?: boolean } = {},
): Promise<Message> {
  return (await person.api.messages.send({ roomId, tempId: unique(), text, ...more })).message;
}

/** Where `text` says `@name`. */
export function mentionOf(text: string, { id, name }: { id: string; name: string }): MentionInput {
  const start = text.indexOf(`@${name}`);
  return { kind: 'user', userId: id, start, end: start + name.length + 1 };
}

export function wideMention(text: string, kind: 'room' | 'here'): MentionInput {
  const start = text.indexOf(`@${kind}`);
  return { kind, start, end: start + kind.length + 1 };
}
