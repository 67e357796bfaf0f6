import { eq } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { engines } from '#server/testing/engines.ts';
import { jpeg, png, webp, webpExtended, webpLossless } from '#server/testing/pictures.ts';
import { answer, refusal } from '#server/testing/refusal.ts';
import { useTestApp } from '#server/testing/test-app.ts';
import { avatars, users as userTable } from './tables.ts';

const pictures = [
  ['image/png', png],
  ['image/jpeg', jpeg],
  ['image/webp', webp],
  ['image/webp', webpLossless],
  ['image/webp', webpExtended],
] as const;

describe.each(engines)('profiles on %s', (engine) => {
  const app = useTestApp(engine);

  test('a new display name and status reach everybody, and what is not given stays', async () => {
    const [ann, bob] = await app().people('ann', 'bob');
    const recorder = await bob.listen();
    await ann.api.users.updateProfile({ displayName: '  Ann Lee ' });
    await ann.api.users.updateProfile({ statusText: 'tea' });
    const told = await recorder.waitFor('user.updated', ({ user }) => user.statusText === 'tea');
    expect(told.user).toMatchObject({ id: ann.id, name: 'ann', displayName: 'Ann Lee' });
    const { users } = await bob.api.users.list();
    expect(users.find(({ id }) => id === ann.id)).toEqual(told.user);
    recorder.stop();
  });

  test('nobody sees hashes or keys of others', async () => {
    const ann = await app().person('ann');
    const text = JSON.stringify([await ann.api.users.list(), await ann.api.auth.me(), await ann.api.auth.status()]);
    expect(text).not.toMatch(/argon2|passwordHash|nameKey|tokenHash/);
  });

  test('an empty or too long name is refused', async () => {
    const ann = await app().person('ann');
    const change = (displayName: string) => refusal(ann.api.users.updateProfile({ displayName }));
    expect(await change('   ')).toMatchObject({ code: 'invalid_input', field: 'displayName' });
    expect(await change('x'.repeat(65))).toMatchObject({ code: 'invalid_input', field: 'displayName', limit: 64 });
  });

  test.each(['\u200B', '\u3164', '\u2800', '\u2060', '\u202E', '\u{E0041}'])(
    'a name of %j alone is refused',
    async (name) => {
      const ann = await app().person('ann');
      const refused = await refusal(ann.api.users.updateProfile({ displayName: name }));
      expect(refused).toMatchObject({ code: 'invalid_input', field: 'displayName' });
      expect((await ann.api.users.updateProfile({ statusText: name })).statusText).toBe('');
    },
  );

  test('a name is kept without what would turn the text after it round; Persian keeps its joiner', async () => {
    const ann = await app().person('ann');
    const set = async (displayName: string) => (await ann.api.users.updateProfile({ displayName })).displayName;
    expect(await set('Ann\u202E')).toBe('Ann');
    expect(await set('Ann\nLee')).toBe('Ann Lee');
    expect(await set('می\u200Cنا')).toBe('می\u200Cنا');
  });

  test.each([
    ['Ann\u202E', 'Ann'],
    ['\u3164\u200B', 'ann'],
  ])('a name stored as %j by an older version is shown as %j', async (stored, shown) => {
    const ann = await app().person('ann');
    await app().services.store.write(({ db }) =>
      db
        .update(db.of(userTable))
        .set({ displayName: stored })
        .where(eq(db.of(userTable).id, ann.id)),
    );
    expect((await ann.api.auth.me()).displayName).toBe(shown);
  });

  test('nobody shows the user name of another, in whatever spelling; display names may repeat', async () => {
    const [ann, bob] = await app().people('ann', 'bob');
    const show = (displayName: string) => refusal(ann.api.users.updateProfile({ displayName }));
    for (const name of ['bob', 'BOB', 'ｂｏｂ', 'b\u00ADob', 'bo\uFE0Fb']) {
      expect(await show(name)).toEqual({ code: 'name_taken', field: 'displayName' });
    }
    expect(await show('bоb')).toEqual({ code: 'name_mixed', field: 'displayName' });
    expect([await show('Bob Stone'), await show('ann')]).toEqual([null, null]);
    expect(await refusal(bob.api.users.updateProfile({ displayName: 'Bob Stone' }))).toBeNull();
  });

  test('a name that somebody registered later does not stand in the way of a new status', async () => {
    const ann = await app().person('ann');
    await ann.api.users.updateProfile({ displayName: 'latecomer' });
    await app().person('latecomer');
    const kept = await ann.api.users.updateProfile({ displayName: 'latecomer', statusText: 'tea' });
    expect(kept).toMatchObject({ displayName: 'latecomer', statusText: 'tea' });
  });

  test.each(pictures)('an avatar of type %s is known by its bytes', async (type, picture) => {
    const bytes = picture(1_024, 1_024);
    const ann = await app().person('ann');
    const before = (await ann.api.auth.me()).avatarVersion;
    const { avatarVersion } = await ann.api.users.setAvatar({ image: bytes.toString('base64') });
    expect(avatarVersion).toBe(Math.abs(before) + 1);
    const rows = await app().services.store.read((db) => db.select().from(db.of(avatars)));
    expect(rows).toMatchObject([{ type }]);
  });

  test('an image that is taken away leaves no version that was shown before', async () => {
    const bob = await app().person('bob');
    const set = async (image: string | null) => (await bob.api.users.setAvatar({ image })).avatarVersion;
    const image = png(256, 256).toString('base64');
    expect([await set(image), await set(null), await set(image)]).toEqual([1, -1, 2]);
  });

  test('what is no image, or too large a one, is refused and the old one stays', async () => {
    const bob = await app().person('bob');
    const set = (image: Buffer) => refusal(bob.api.users.setAvatar({ image: image.toString('base64') }));
    expect(await set(Buffer.from('<svg onload=alert(1)>'))).toEqual({
      code: 'image_invalid',
      field: 'image',
      limit: 49_152,
    });
    expect(await set(Buffer.concat([png(256, 256), Buffer.alloc(49_152)]))).toMatchObject({
      code: 'invalid_input',
      field: 'image',
    });
    expect(await answer(bob.api.users.setAvatar({ image: 'not base64!' }))).toBe('invalid_input');
    expect((await bob.api.auth.me()).avatarVersion).toBe(2);
  });

  test.each(pictures)('a picture of type %s with too many pixels, or cut off, is refused', async (_type, picture) => {
    const ann = await app().person('ann');
    const set = (image: Buffer) => answer(ann.api.users.setAvatar({ image: image.toString('base64') }));
    expect([await set(picture(1_025, 64)), await set(picture(64, 1_025))]).toEqual(['image_invalid', 'image_invalid']);
    for (const length of [4, 12, 16]) expect(await set(picture(64, 64).subarray(0, length))).toBe('image_invalid');
  });

  test('a page behind the first bytes of a picture is refused', async () => {
    const ann = await app().person('ann');
    for (const start of ['\x89PNG\r\n\x1a\n', '\xff\xd8\xff', 'RIFF\0\0\0\0WEBP', 'RIFF\0\0\0\0WEBPVP8 ']) {
      const image = Buffer.from(`${start}<!doctype html><script>alert(1)</script>`, 'latin1').toString('base64');
      expect(await answer(ann.api.users.setAvatar({ image }))).toBe('image_invalid');
    }
  });

  test('new settings of the workspace reach everybody', async () => {
    const [ann, bob] = await app().people('ann', 'bob');
    const recorder = await bob.listen();
    await ann.api.workspace.update({ name: 'Tea house' });
    expect(await recorder.waitFor('workspace.updated')).toMatchObject({
      workspace: { name: 'Tea house', registration: 'open' },
    });
    expect((await bob.api.workspace.get()).workspace.name).toBe('Tea house');
    expect(await answer(ann.api.workspace.update({ name: '\u2800\u200B' }))).toBe('invalid_input');
    recorder.stop();
  });
});
