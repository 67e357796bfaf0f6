import Sqlite from 'better-sqlite3';
import fc from 'fast-check';
import { existsSync, readFileSync } from 'node:fs';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Message } from '#shared/messages.ts';
import { type Database, makeDatabase } from '#server/testing/engines.ts';
import { mentionOf, roomOf, say } from '#server/testing/rooms.ts';
import { type Person, TestApp } from '#server/testing/test-app.ts';

/** More of them find what is rare: ERASURE_RUNS=500. */
const numRuns = Number(process.env.ERASURE_RUNS ?? 8);

/** What somebody does; numbers are taken modulo what there is. */
interface Operation {
  what: 'post' | 'reply' | 'edit' | 'editReply' | 'recall' | 'recallReply' | 'react';
  who: number;
  a: number;
  length: number;
}

/** A message, and every text it ever had. */
interface Spoken {
  id: string;
  author: Person;
  isReply: boolean;
  texts: string[];
  recalled: boolean;
}

let database: Database;
let app: TestApp;
beforeEach(async () => {
  database = await makeDatabase('sqlite');
  app = await TestApp.over('sqlite', database);
});
afterEach(() => app.close());

/** Everything on disk, after the write-ahead log has gone into the database. */
function bytesOnDisk(): Buffer {
  const file = database.file ?? '';
  const client = new Sqlite(file);
  client.pragma('wal_checkpoint(TRUNCATE)');
  client.close();
  return Buffer.concat([file, `${file}-wal`].filter((path) => existsSync(path)).map((path) => readFileSync(path)));
}

class Conversation {
  readonly spoken: Spoken[] = [];
  #texts = 0;

  constructor(
    private readonly roomId: string,
    private readonly people: Person[],
  ) {}

  /** Says over and over what nothing else says; long ones fill pages of their own. */
  #text(length: number): string {
    this.#texts += 1;
    return `${`secret${String(this.#texts).padStart(6, '0')}秘密，`.repeat(1 + length)} @bob`;
  }

  async do({ what, who, a, length }: Operation): Promise<void> {
    const author = this.people[who % this.people.length];
    const bob = this.people[1];
    if (!author || !bob) return;
    const text = this.#text(length);
    const mentions = [mentionOf(text, bob)];
    if (what === 'post' || what === 'reply') {
      const answered = what === 'reply' ? this.#pick(a, () => true) : undefined;
      const message = await say(author, this.roomId, text, { mentions, ...(answered && { replyToId: answered.id }) });
      this.spoken.push(newSpoken(message, author, Boolean(answered), text));
      return;
    }
    const target = this.#pick(a, ({ isReply }) => isReply === (what === 'editReply' || what === 'recallReply'));
    if (!target) return;
    const messageId = target.id;
    if (what === 'react') await author.api.reactions.add({ messageId, emoji: '👍' });
    else if (what === 'edit' || what === 'editReply') {
      await target.author.api.messages.edit({ messageId, text, mentions });
      target.texts.push(text);
    } else await this.recall(target);
  }

  async recall(target: Spoken): Promise<void> {
    // By its author or by the room's owner.
    const by = this.spoken.indexOf(target) % 2 ? target.author : this.people[0];
    await by?.api.messages.recall({ messageId: target.id });
    target.recalled = true;
  }

  #pick(nr: number, fits: (spoken: Spoken) => boolean): Spoken | undefined {
    const there = this.spoken.filter((one) => !one.recalled && fits(one));
    return there[nr % there.length];
  }
}

const newSpoken = ({ id }: Message, author: Person, isReply: boolean, text: string): Spoken => {
  return { id, author, isReply, texts: [text], recalled: false };
};

const operation: fc.Arbitrary<Operation> = fc.record({
  what: fc.constantFrom(
    ...([
      'post',
      'post',
      'reply',
      'reply',
      'edit',
      'editReply',
      'editReply',
      'recall',
      'recallReply',
      'react',
    ] as const),
  ),
  who: fc.nat(2),
  a: fc.nat(50),
  length: fc.oneof({ weight: 4, arbitrary: fc.nat(20) }, { weight: 1, arbitrary: fc.nat(450) }),
});

const markOf = (text: string): string => text.slice(0, 'secret000000秘密'.length);

test(
  'what people took back is on no page of the disk, whatever was said, edited, quoted and taken back before',
  async () => {
    let searched = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(operation, { minLength: 40, maxLength: 160 }), async (operations) => {
        const [ann, bob, cid] = await app.people('ann', 'bob', 'cid');
        const conversation = new Conversation(await roomOf(ann, bob, cid), [ann, bob, cid]);
        for (const next of operations) await conversation.do(next);
        for (const [i, spoken] of conversation.spoken.entries()) {
          if (i % 3 === 0 && !spoken.recalled) await conversation.recall(spoken);
        }
        const bytes = bytesOnDisk();
        const left = conversation.spoken
          .filter(({ recalled }) => recalled)
          .flatMap(({ texts }) => texts.map(markOf))
          .filter((mark) => bytes.includes(mark));
        expect(left).toEqual([]);
        const standing = conversation.spoken.filter(({ recalled }) => !recalled);
        for (const { texts } of standing) expect(bytes.includes(markOf(texts[0] ?? ''))).toBe(true);
        searched += conversation.spoken.length - standing.length;
        // Marks begin again for the next history.
        await app.close();
        database = await makeDatabase('sqlite');
        app = await TestApp.over('sqlite', database);
      }),
      { numRuns, endOnFailure: true },
    );
    expect(searched).toBeGreaterThan(10 * numRuns);
  },
  120_000 + numRuns * 5_000,
);
