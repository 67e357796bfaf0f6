import { describe, expect, test } from 'vitest';
import { engines } from '#server/testing/engines.ts';
import { unique } from '#server/testing/rooms.ts';
import { useTestApp } from '#server/testing/test-app.ts';

describe.each(engines)('the directory of rooms on %s', (engine) => {
  const app = useTestApp(engine);

  test.each(['%', '_', '\\', "'", '100%', 'C++', '"'])(
    'searching rooms for %j finds exactly what says it',
    async (hostile) => {
      const ann = await app().person('ann');
      const name = `says ${hostile} ${unique()}`;
      await ann.api.rooms.create({ kind: 'public', name });
      const { rooms } = await ann.api.rooms.browse({ search: hostile });
      expect(rooms.map((room) => room.name)).toContain(name);
      for (const room of rooms) expect(room.name.toLowerCase()).toContain(hostile.toLowerCase());
    },
  );

  test('the directory comes in pages, every room once, in the order of names', async () => {
    const fresh = await app().person('ann');
    for (let i = 0; i < 52; i += 1)
      await fresh.api.rooms.create({ kind: 'public', name: `page ${String(i).padStart(3, '0')}` });
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const page: Awaited<ReturnType<typeof fresh.api.rooms.browse>> = await fresh.api.rooms.browse({
        search: 'page ',
        cursor,
      });
      seen.push(...page.rooms.map(({ name }) => name));
      cursor = page.cursor ?? undefined;
    } while (cursor);
    expect(seen).toEqual(Array.from({ length: 52 }, (_, i) => `page ${String(i).padStart(3, '0')}`));
  });
});
