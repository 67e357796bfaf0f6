import { describe, expect, test } from 'vitest';
import { engines } from '#server/testing/engines.ts';
import { refusal } from '#server/testing/refusal.ts';
import { useTestApp } from '#server/testing/test-app.ts';

describe.each(engines)('what a room may be called on %s', (engine) => {
  const app = useTestApp(engine);

  test('a word that mixes alphabets is refused, a joiner and two languages beside each other are not', async () => {
    const ann = await app().person('ann');
    const create = (name: string, topic = '') => refusal(ann.api.rooms.create({ kind: 'public', name, topic }));
    expect(await create('gеneral')).toEqual({ code: 'name_mixed', field: 'roomName' });
    expect([await create('گفت\u200Cوگو'), await create('Отдел QA'), await create('👩\u200D💻')]).toEqual([
      null,
      null,
      null,
    ]);
    expect(await create('گفتوگو')).toEqual({ code: 'name_taken', field: 'name' });
  });

  test('a topic of nothing visible is none, and one that turns the text around it is kept without that', async () => {
    const ann = await app().person('ann');
    const topicOf = async (topic: string) =>
      (await ann.api.rooms.create({ kind: 'public', name: `with a topic ${topic.length}`, topic })).topic;
    expect([await topicOf('\u3164\u200B'), await topicOf('tea\u202E\ntime')]).toEqual(['', 'tea time']);
  });
});
