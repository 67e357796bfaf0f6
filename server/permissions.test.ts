import { describe, expect, test } from 'vitest';
import { onOthersMessage, permissions, roles, type Path, type Row } from '#server/testing/permissions.ts';
import { call, procedures } from '#server/testing/procedures.ts';
import { answer } from '#server/testing/refusal.ts';
import { setStage } from '#server/testing/stage.ts';
import { useWorld } from '#server/testing/world.ts';

const isPath = (path: string): path is Path => path in permissions;

test('every procedure has its row, and every row its procedure', () => {
  expect(procedures.map(({ path }) => path).toSorted()).toEqual(Object.keys(permissions).toSorted());
});

describe('who may do what', () => {
  const world = useWorld('sqlite', { REGISTER_RATE: '1000', LOGIN_RATE: '1000' });

  test.each(procedures)('$path answers each kind of person as its row says', async ({ path }) => {
    expect(isPath(path)).toBe(true);
    if (!isPath(path)) return;
    const [expected] = permissions[path];
    expect(await answersTo(path, permissions[path])).toEqual(expected);
  });

  test.each(Object.entries(onOthersMessage))('%s of the message of another member', async (path, row) => {
    expect(isPath(path)).toBe(true);
    if (isPath(path)) expect(await answersTo(path, row)).toEqual(row[0]);
  });

  async function answersTo(path: Path, [, inputOf]: Row): Promise<Record<string, string>> {
    const answers: Record<string, string> = {};
    for (const role of roles) {
      const { stage, as } = await setStage(world(), role, path);
      const call_ = new AbortController();
      answers[role] = await answer(call(as(call_.signal), path, inputOf(stage)));
      call_.abort();
    }
    return answers;
  }
});
