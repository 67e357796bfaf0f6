import { act } from 'react';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { matchesLabel, loadTypeahead } from '#client/lib/typeahead.ts';
import { render } from '#client/testing/render.tsx';
import { Menu, type MenuItem } from './Menu.tsx';
import { typeaheadTarget } from './menu-keys.ts';

const item = (label: string, more: Partial<MenuItem> = {}): MenuItem => ({ label, onSelect: () => undefined, ...more });

/** The browser's own popover, as far as a menu needs it: what opens it, what closes it, and what it reports. */
function opening(panel: HTMLElement) {
  const tell = (type: 'beforetoggle' | 'toggle', newState: 'open' | 'closed') =>
    panel.dispatchEvent(Object.assign(new Event(type), { newState }));
  const hide = vi.fn<() => void>(() => void tell('toggle', 'closed'));
  panel.hidePopover = hide;
  return {
    hide,
    open: async () => {
      await act(async () => void tell('beforetoggle', 'open'));
      await act(async () => void tell('toggle', 'open'));
    },
  };
}

async function openMenu(groups: MenuItem[][]) {
  const page = await render(
    <Menu
      label="Things"
      groups={groups}
      matches={matchesLabel}
      trigger={(props) => (
        <button type="button" {...props}>
          Open
        </button>
      )}
    />,
  );
  const trigger = page.find('button', 'Open');
  const panel = document.querySelector<HTMLElement>('[popover]');
  if (!panel) throw new Error('a menu has its popover');
  const { open, hide } = opening(panel);
  const press = async (key: string, more?: KeyboardEventInit) => {
    await page.press(document.activeElement instanceof HTMLElement ? document.activeElement : panel, key, more);
    return document.activeElement?.textContent;
  };
  await open();
  return { page, trigger, panel, hide, press };
}

const roles = (panel: HTMLElement) =>
  [...panel.querySelectorAll('button, [role=separator]')].map((each) => each.getAttribute('role'));

describe('a menu', () => {
  beforeAll(loadTypeahead);

  it('is named as one by its button, which tells whether it is open', async () => {
    const { trigger, panel } = await openMenu([[item('Copy')]]);
    expect(trigger.getAttribute('aria-haspopup')).toBe('menu');
    expect(trigger.getAttribute('aria-expanded')).toBe('true');
    expect(trigger.getAttribute('aria-controls')).toBe(panel.id);
    expect([panel.getAttribute('role'), panel.getAttribute('aria-label')]).toEqual(['menu', 'Things']);
  });

  it('has items of every kind, parted by separators', async () => {
    const { panel } = await openMenu([
      [item('Copy'), item('Muted', { choice: { kind: 'checkbox', checked: true } })],
      [],
      [item('All', { choice: { kind: 'radio', checked: false } })],
    ]);
    expect(roles(panel)).toEqual(['menuitem', 'menuitemcheckbox', 'separator', 'menuitemradio']);
    const checked = [...panel.querySelectorAll('button')].map((each) => each.getAttribute('aria-checked'));
    expect(checked).toEqual([null, 'true', 'false']);
  });

  it('moves by arrows around its ends, and to the ends by Home and End', async () => {
    const { press } = await openMenu([[item('Copy'), item('Edit')], [item('Recall')]]);
    expect(document.activeElement?.textContent).toBe('Copy');
    expect([await press('ArrowDown'), await press('ArrowDown'), await press('ArrowDown')]).toEqual([
      'Edit',
      'Recall',
      'Copy',
    ]);
    expect([await press('ArrowUp'), await press('Home'), await press('End')]).toEqual(['Recall', 'Copy', 'Recall']);
  });

  it('moves by letters, also by the pinyin of a Chinese label', async () => {
    const { press } = await openMenu([[item('Copy text'), item('Edit'), item('复制链接')], [item('撤回消息')]]);
    expect(await press('e')).toBe('Edit');
    await press('Home');
    expect(await press('c')).toBe('撤回消息');
    expect(await press('c')).toBe('Copy text');
    await press('Home');
    expect([await press('f'), await press('z')]).toEqual(['复制链接', '复制链接']);
  });

  it('closes on Tab, and on a choice, after which the button has the focus', async () => {
    const onSelect = vi.fn<() => void>();
    const { page, panel, press, hide } = await openMenu([[item('Copy', { onSelect })]]);
    await press('Tab');
    expect(hide).toHaveBeenCalledOnce();
    expect(panel.textContent).toBe('');
    expect(document.activeElement?.textContent).toBe('Open');
    const again = opening(panel);
    await again.open();
    await page.click(page.find('button', 'Copy'));
    expect(again.hide).toHaveBeenCalledOnce();
    expect(onSelect).toHaveBeenCalledOnce();
  });

  it('reaches what cannot be chosen now, and does not choose it', async () => {
    const onSelect = vi.fn<() => void>();
    const { page, press, hide } = await openMenu([[item('Copy'), item('Edit', { disabled: true, onSelect })]]);
    expect(await press('ArrowDown')).toBe('Edit');
    const edit = page.find('button', 'Edit');
    expect(edit.getAttribute('aria-disabled')).toBe('true');
    await page.click(edit);
    expect(onSelect).not.toHaveBeenCalled();
    expect(hide).not.toHaveBeenCalled();
  });
});

describe('typed letters', () => {
  const labels = ['Add people', 'Archive', 'Edit topic', 'Edit history'];
  const from = (current: number, typed: string) => typeaheadTarget(labels, current, typed, matchesLabel);

  it('lead to the next that begins with them, around the end', () => {
    expect([from(0, 'a'), from(1, 'a'), from(0, 'e'), from(3, 'e')]).toEqual([1, 0, 2, 2]);
  });

  it('stay where they still match, and go through all of a letter when it is repeated', () => {
    expect([from(2, 'ed'), from(2, 'edit h'), from(2, 'ee'), from(0, 'x')]).toEqual([2, 3, 3, -1]);
  });
});
