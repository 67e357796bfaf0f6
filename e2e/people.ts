import { createTRPCClient, httpBatchLink } from '@trpc/client';
import type { AppRouter } from '#server/features.ts';

export const password = 'correct horse battery';

const clientFor = (url: string, token: string | null) =>
  createTRPCClient<AppRouter>({
    links: [
      httpBatchLink({
        url: `${url}/trpc`,
        maxItems: 20,
        headers: token === null ? {} : { Authorization: `Bearer ${token}` },
      }),
    ],
  });

export type Api = ReturnType<typeof clientFor>;

/** Somebody with an account, who can do through the API what the test does not look at. */
export interface Person {
  id: string;
  /** What `@` is followed by. */
  name: string;
  displayName: string;
  token: string;
  api: Api;
}

export interface NewPerson {
  name: string;
  displayName?: string;
  inviteCode?: string;
  workspaceName?: string;
}

/** Registers somebody; the first of a server becomes its owner. */
export async function register(url: string, who: NewPerson): Promise<Person> {
  const { me, token } = await clientFor(url, null).auth.register.mutate({ ...who, password, carrier: 'bearer' });
  if (token === null) throw new Error('A bearer session has a token.');
  return { id: me.id, name: me.name, displayName: me.displayName, token, api: clientFor(url, token) };
}

/** Signs in somebody who has an account. */
export async function logIn(url: string, name: string): Promise<Person> {
  const { me, token } = await clientFor(url, null).auth.login.mutate({ name, password, carrier: 'bearer' });
  if (token === null) throw new Error('A bearer session has a token.');
  return { id: me.id, name: me.name, displayName: me.displayName, token, api: clientFor(url, token) };
}

let sent = 0;

/** Sends a text; `@name` of the people given becomes a mention. */
export async function say(author: Person, roomId: string, text: string, mentioned: Person[] = []) {
  const mentions = mentioned.map(({ id, name }) => {
    const start = text.indexOf(`@${name}`);
    return { kind: 'user' as const, userId: id, start, end: start + name.length + 1 };
  });
  sent += 1;
  const { message } = await author.api.messages.send.mutate({
    roomId,
    tempId: `t-${process.pid}-${sent}`,
    text,
    mentions,
  });
  if (!message) throw new Error('its author may not read it any more');
  return message;
}

/** Sends many messages in the order of their numbers, `Line 1` to `Line <count>`, the authors taking turns. */
export async function sayMany(authors: Person[], roomId: string, count: number, textOf = (n: number) => `Line ${n}`) {
  const messages = [];
  for (let n = 1; n <= count; n++) {
    const author = authors[n % authors.length];
    if (author) messages.push(await say(author, roomId, textOf(n)));
  }
  return messages;
}
