import { describe, expect, test } from 'vitest';
import { engines } from '#server/testing/engines.ts';
import { answer, refusal } from '#server/testing/refusal.ts';
import { useWorld } from '#server/testing/world.ts';

const png = Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), Buffer.alloc(20)]);
const images = {
  'image/png': png,
  'image/jpeg': Buffer.concat([Buffer.from('\xff\xd8\xff', 'latin1'), Buffer.alloc(20)]),
  'image/webp': Buffer.from('RIFF\0\0\0\0WEBPVP8 ', 'latin1'),
};

describe.each(engines)('profiles on %s', (engine) => {
  const world = useWorld(engine);

  test('a new display name and status reach everybody, and what is not given stays', async () => {
    const [ann, bob] = await world().people('ann', 'bob');
    const ear = await bob.listen();
    await ann.api.users.updateProfile({ displayName: '  Ann Lee ' });
    await ann.api.users.updateProfile({ statusText: 'tea' });
    const told = await ear.hears('user.updated', ({ user }) => user.statusText === 'tea');
    expect(told.user).toMatchObject({ id: ann.id, name: 'ann', displayName: 'Ann Lee' });
    const { users } = await bob.api.users.list();
    expect(users.find(({ id }) => id === ann.id)).toEqual(told.user);
    ear.stop();
  });

  test('nobody sees hashes or keys of others', async () => {
    const ann = await world().person('ann');
    const text = JSON.stringify([await ann.api.users.list(), await ann.api.auth.me(), await ann.api.auth.status()]);
    expect(text).not.toMatch(/argon2|passwordHash|nameKey|tokenHash/);
  });

  test('an empty or too long name is refused', async () => {
    const ann = await world().person('ann');
    const change = (displayName: string) => refusal(ann.api.users.updateProfile({ displayName }));
    expect(await change('   ')).toMatchObject({ code: 'invalid_input', field: 'displayName' });
    expect(await change('x'.repeat(65))).toMatchObject({ code: 'invalid_input', field: 'displayName', limit: 64 });
  });

  test.each(Object.entries(images))('an avatar of type %s is known by its bytes', async (type, bytes) => {
    const ann = await world().person('ann');
    const before = (await ann.api.auth.me()).avatarVersion;
    const { avatarVersion } = await ann.api.users.setAvatar({ image: bytes.toString('base64') });
    expect(avatarVersion).toBe(Math.abs(before) + 1);
    const rows = await world().services.store.read((db) => db.select().from(db.tables.avatars));
    expect(rows).toMatchObject([{ type }]);
  });

  test('an image that is taken away leaves no version that was shown before', async () => {
    const bob = await world().person('bob');
    const set = async (image: string | null) => (await bob.api.users.setAvatar({ image })).avatarVersion;
    const image = png.toString('base64');
    expect([await set(image), await set(null), await set(image)]).toEqual([1, -1, 2]);
  });

  test('what is no image, or too large a one, is refused and the old one stays', async () => {
    const bob = await world().person('bob');
    const set = (image: Buffer) => refusal(bob.api.users.setAvatar({ image: image.toString('base64') }));
    expect(await set(Buffer.from('<svg onload=alert(1)>'))).toEqual({
      code: 'image_invalid',
      field: 'image',
      limit: 49_152,
    });
    expect(await set(Buffer.concat([png, Buffer.alloc(49_152)]))).toMatchObject({
      code: 'invalid_input',
      field: 'image',
    });
    expect(await answer(bob.api.users.setAvatar({ image: 'not base64!' }))).toBe('invalid_input');
    expect((await bob.api.auth.me()).avatarVersion).toBe(2);
  });

  test('new settings of the workspace reach everybody', async () => {
    const [ann, bob] = await world().people('ann', 'bob');
    const ear = await bob.listen();
    await ann.api.workspace.update({ name: 'Tea house' });
    expect(await ear.hears('workspace.updated')).toMatchObject({
      workspace: { name: 'Tea house', registration: 'open' },
    });
    expect((await bob.api.workspace.get()).workspace.name).toBe('Tea house');
    ear.stop();
  });
});
