import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { type Account, buildScenario } from './people.ts';

export interface Archive {
  folder: string;
  reader: Account;
  /** Somebody else in the same room. */
  other: Account;
  /** Revs of the oldest and the newest message. */
  from: number;
  to: number;
}

const rooms = 10;

/**
 * A data folder with `count` messages, as they would have been written over years: every second one in the busy room
 * that `reader` reads, the others among nine more, so that a page's rows lie apart. The log has been pruned meanwhile.
 */
export async function buildArchive(folder: string, count: number): Promise<Archive> {
  const { accounts } = await buildScenario(folder, rooms, 20);
  const [reader, other] = accounts;
  if (!reader || !other) throw new Error('a scenario has people');
  const db = new Sqlite(join(folder, 'parley.db'));
  try {
    db.pragma('synchronous = OFF');
    db.exec(`create temp table authors as
      select row_number() over (order by room_id = '${reader.roomId}' desc, room_id, user_id) - 1 as n, room_id, user_id
      from memberships`);
    // 0–19 are the people of the busy room, 20–199 all others.
    db.exec(`with recursive numbers(rev) as (select 1 union all select rev + 1 from numbers where rev < ${count})
      insert into messages (id, room_id, author_id, temp_id, rev, text, mentions, created_at)
      select lower(hex(randomblob(10))), room_id, user_id, 'temp-' || rev, rev,
        'Message ' || rev || substr('${'lorem ipsum dolor sit amet '.repeat(12)}', 1, 20 + (rev * 7919) % 200), '[]', 1600000000000 + rev * 1000
      from numbers join authors on authors.n =
        case rev % 2 when 0 then (rev * 31) % 20 else 20 + (rev * 2654435761) % 180 end`);
    db.exec(`update log_head set rev = ${count}; update rooms set last_message_rev = ${count}`);
    db.pragma('wal_checkpoint(TRUNCATE)');
    return { folder, reader, other, from: 1, to: count };
  } finally {
    db.close();
  }
}
