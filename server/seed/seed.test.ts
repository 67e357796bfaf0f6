import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isLogEvent } from '#shared/events.ts';
import { type Person, TestApp } from '#server/testing/test-app.ts';
import { readOptions } from './options.ts';
import { makePlan, type Plan } from './plan.ts';
import { carryOut } from './write.ts';

const size = { messages: 600, people: 8, rooms: 8 };
const until = Date.UTC(2026, 4, 20, 15);
const account = { workspaceName: 'Lantern Works', passwordHash: 'x', registration: 'invite' } as const;

let app: TestApp;
let plan: Plan;
let owner: Person;

beforeAll(async () => {
  app = await TestApp.create('sqlite');
  plan = makePlan(size, 1, 'demo', until);
  await carryOut(app.services.store, plan, account, until, () => undefined);
  await app.restart();
  owner = await app.device(plan.people[0]?.id ?? '', 'demo');
});

afterAll(() => app.close());

/** All that somebody said in a room, read page by page from the end. */
async function wholeHistory(person: Person, roomId: string) {
  const page = await person.api.messages.history({ roomId, limit: 100 });
  const messages = [...page.messages];
  for (let { older } = page; older !== null;) {
    const before = await person.api.messages.history({ roomId, limit: 100, cursor: older });
    messages.unshift(...before.messages);
    ({ older } = before);
  }
  return messages;
}

describe('a seeded workspace', () => {
  it('has the people, rooms and messages that were asked for', async () => {
    const { users } = await owner.api.users.list();
    expect(users).toHaveLength(size.people);
    expect(users.find(({ name }) => name === 'demo')?.role).toBe('owner');
    expect(plan.rooms).toHaveLength(size.rooms);
    expect(plan.rooms.flatMap(({ revs }) => revs)).toHaveLength(size.messages);
    expect(users.some(({ displayName }) => /\p{Script=Han}/u.test(displayName))).toBe(true);
  });

  it('pages back through a room without a gap, in the order it was said', async () => {
    const lobby = plan.rooms[0];
    const messages = await wholeHistory(owner, lobby?.id ?? '');
    expect(messages.filter(({ notice }) => notice === null).map(({ rev }) => rev)).toEqual(lobby?.revs);
    const times = messages.map(({ createdAt }) => createdAt);
    expect(times).toEqual(times.toSorted((a, b) => a - b));
    expect(
      messages.every(({ notice, text, recalledAt }) => notice !== null || recalledAt !== null || text !== ''),
    ).toBe(true);
  });

  it('mentions people where their names stand', async () => {
    const { users } = await owner.api.users.list();
    const mentioning = (await wholeHistory(owner, plan.rooms[0]?.id ?? '')).filter(
      ({ mentions }) => mentions.length > 0,
    );
    expect(mentioning.length).toBeGreaterThan(0);
    for (const { mentions, text } of mentioning) {
      for (const mention of mentions) {
        const named = mention.kind === 'user' ? users.find(({ id }) => id === mention.userId)?.name : mention.kind;
        expect(text.slice(mention.start, mention.end)).toBe(`@${named}`);
      }
    }
  });

  it('counts what each person has not read, and lists the mentions among it', async () => {
    for (const { id, name } of plan.people) {
      const person = await app.device(id, name);
      const { rooms } = await person.api.rooms.list();
      let calls = 0;
      for (const room of rooms) {
        const unread = (await wholeHistory(person, room.id)).filter(
          ({ rev, authorId, notice, recalledAt }) =>
            rev > room.lastReadRev && authorId !== id && notice === null && recalledAt === null,
        );
        expect(room.unreadCount).toBe(unread.length);
        expect(room.memberCount).toBe((await person.api.rooms.members({ roomId: room.id })).members.length);
        calls += room.mentionCount;
      }
      expect((await person.api.mentions.list()).messages).toHaveLength(Math.min(calls, 50));
    }
  });

  it('resumes a stream from any place of its log, and goes on live', async () => {
    const { rev } = await owner.api.rooms.list();
    const roomId = plan.rooms[0]?.id ?? '';
    const recorder = await owner.listen({ lastEventId: String(rev - 40) });
    await owner.api.messages.send({ roomId, tempId: 'after-the-seed', text: 'Hello' });
    await recorder.until(({ events: heard }) =>
      heard.some((event) => event.kind === 'message.posted' && event.message.text === 'Hello'),
    );
    const revs = recorder.events.filter(isLogEvent).map((event) => event.rev);
    expect(revs).toEqual(revs.toSorted((a, b) => a - b));
    expect(revs.at(-1)).toBe(rev + 1);
    expect(recorder.events.some(({ kind }) => kind === 'resync')).toBe(false);
    recorder.stop();
  });

  it('is the same workspace for the same number, and another for another', () => {
    const told = (seed: number) =>
      makePlan(size, seed, 'demo', until).acts.map((act) => [act.at, act.kind, 'line' in act ? act.line.text : '']);
    expect(told(7)).toEqual(told(7));
    expect(told(7)).not.toEqual(told(8));
  });
});

describe('npm run seed', () => {
  it('names the option that is wrong', () => {
    expect(() => readOptions(['--messages', 'many'])).toThrow('--messages must be a whole number');
    expect(() => readOptions(['--people', '1'])).toThrow('--people must be between 2 and 5000');
    expect(() => readOptions(['--rooms', '0'])).toThrow('--rooms must be between 1 and 1000');
    expect(() => readOptions(['--owner', 'a b'])).toThrow('--owner');
    expect(() => readOptions(['--colour', 'red'])).toThrow('--colour');
  });

  it('has a size when none is given', () => {
    expect(readOptions([])).toMatchObject({ messages: 10_000, people: 40, rooms: 25, owner: 'demo', replace: false });
  });

  it.each([
    { messages: 0, people: 2, rooms: 1 },
    { messages: 30, people: 2, rooms: 12 },
    { messages: 50, people: 60, rooms: 40 },
  ])('also plans $messages messages, $people people and $rooms rooms', async (odd) => {
    const other = await TestApp.create('sqlite');
    const small = makePlan(odd, 3, 'demo', until);
    await carryOut(other.services.store, small, account, until, () => undefined);
    expect(small.rooms.flatMap(({ revs }) => revs)).toHaveLength(odd.messages);
    await other.close();
  });
});
