import { someUser } from '#client/testing/users.ts';
import { useState } from 'react';
import { describe, expect, it } from 'vitest';
import { loadPinyin } from '#client/lib/matching.ts';
import { render } from '#client/testing/render.tsx';
import { PeoplePicker } from './PeoplePicker.tsx';

const person = (name: string, displayName: string) => someUser(name, { displayName });
const people = [person('ann', 'Ann Lee'), person('ben', 'Ben Okafor'), person('xm', '王小明')];

function Picker({ most = 5 }: { most?: number }) {
  const [chosen, setChosen] = useState<readonly string[]>([]);
  return (
    <>
      <PeoplePicker people={people} chosen={chosen} onChange={setChosen} most={most} nobody="Nobody left" />
      <output>{chosen.join(' ')}</output>
    </>
  );
}

async function open(most?: number) {
  await loadPinyin();
  const page = await render(<Picker {...(most ? { most } : {})} />);
  const box = page.find('input', 'Find people');
  return { ...page, box, chosen: () => document.querySelector('output')?.textContent };
}

describe('choosing people by the keyboard', () => {
  it('takes the one the arrows reached', async () => {
    const page = await open();
    await page.press(page.box, 'ArrowDown');
    await page.press(page.box, 'Enter');
    expect(page.chosen()).toBe('ben');
  });

  it('finds 王小明 by first letters, takes him, and is ready for the next', async () => {
    const page = await open();
    await page.type(page.box, 'wxm');
    await page.press(page.box, 'Enter');
    expect(page.chosen()).toBe('xm');
    expect(page.box).toHaveProperty('value', '');
    expect(() => page.find('option', '王小明')).toThrow();
  });

  it('gives the last one back by Backspace', async () => {
    const page = await open();
    await page.press(page.box, 'Enter');
    await page.type(page.box, 'ben');
    await page.press(page.box, 'Enter');
    expect(page.chosen()).toBe('ann ben');
    await page.press(page.box, 'Backspace');
    expect(page.chosen()).toBe('ann');
  });

  it('leaves Enter to the input method while it composes', async () => {
    const page = await open();
    await page.press(page.box, 'Enter', { isComposing: true });
    expect(page.chosen()).toBe('');
  });

  it('says so when no more may be chosen', async () => {
    const page = await open(1);
    await page.press(page.box, 'Enter');
    expect(page.text()).toContain('at most 1');
  });
});
