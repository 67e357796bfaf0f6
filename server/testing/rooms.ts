import type { MentionInput, Message, Sent } from '#shared/messages.ts';
import type { Person } from './test-app.ts';

let made = 0;
/** A tempId or name that nothing else has. */
export const unique = (): string => `u${(made += 1)}`;

/** A private room of these people, owned by the first; returns its id. */
export async function roomOf(owner: Person, ...others: { id: string }[]): Promise<string> {
  const userIds = others.map(({ id }) => id);
  return (await owner.api.rooms.create({ kind: 'private', name: unique(), userIds })).id;
}

/** What an acknowledgement carries for somebody who may read it. */
export function messageIn({ message }: Sent): Message {
  if (!message) throw new Error('its sender may not read it any more');
  return message;
}

/** Sends and returns the stored message. */
export async function say(
  person: Person,
  roomId: string,
  text: string,
  more: { mentions?: MentionInput[]; replyToId?: string; confirmed?: boolean } = {},
): Promise<Message> {
  return messageIn(await person.api.messages.send({ roomId, tempId: unique(), text, ...more }));
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
