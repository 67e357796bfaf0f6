import { act } from 'react';
import { beforeAll, describe, expect, it } from 'vitest';
import { draft, openComposer as open } from '#client/testing/composer.tsx';

/** As a browser does it: into the box that has the focus, past React. */
function typeByCommand(_command: string, _ui: boolean, text: string): boolean {
  const area = document.activeElement;
  if (!(area instanceof HTMLTextAreaElement)) return false;
  const { value, selectionStart, selectionEnd } = area;
  const next = value.slice(0, selectionStart) + text + value.slice(selectionEnd);
  Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, 'value')?.set?.call(area, next);
  area.setSelectionRange(selectionStart + text.length, selectionStart + text.length);
  return area.dispatchEvent(new Event('input', { bubbles: true }));
}

describe('keys', () => {
  async function press(key: string, { altGraph = false, ...more }: KeyboardEventInit & { altGraph?: boolean }) {
    const page = await open({ initialDraft: draft('word') });
    const box = page.box();
    if (!(box instanceof HTMLTextAreaElement)) throw new Error('the composer is a text area');
    box.select();
    const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...more });
    Object.assign(event, { getModifierState: (modifier: string) => altGraph && modifier === 'AltGraph' });
    await act(async () => void box.dispatchEvent(event));
    return { box, taken: event.defaultPrevented };
  }

  it.each([
    ['c', { ctrlKey: true }],
    ['C', { ctrlKey: true }],
    ['x', { ctrlKey: true }],
    ['X', { ctrlKey: true }],
    ['с', { ctrlKey: true, code: 'KeyC' }],
    ['b', { ctrlKey: true, altKey: true }],
    ['b', { ctrlKey: true, altGraph: true }],
    ['z', { ctrlKey: true }],
  ])('leave %s with %j to the browser', async (key, more) => {
    expect((await press(key, more)).taken).toBe(false);
  });

  it.each([
    ['B', { ctrlKey: true }, '**word**'],
    ['и', { ctrlKey: true, code: 'KeyB' }, '**word**'],
    ['C', { ctrlKey: true, shiftKey: true }, '`word`'],
    ['ч', { ctrlKey: true, shiftKey: true, code: 'KeyX' }, '~~word~~'],
  ])('take %s with %j', async (key, more, after) => {
    const { box, taken } = await press(key, more);
    expect(taken).toBe(true);
    await act(() => expect.poll(() => box.value).toBe(after));
  });
});

describe('suggestions', () => {
  // What a browser has and the test's page has not: popovers, and typing by command.
  beforeAll(() => {
    Object.assign(HTMLElement.prototype, { showPopover: () => {} });
    Object.assign(document, { execCommand: typeByCommand });
  });

  it('are chosen by the keyboard and become a mention', async () => {
    const page = await open();
    await page.write('@');
    await page.appear('option', 'ben');
    await page.key(page.box(), 'ArrowDown');
    await page.key(page.box(), 'Enter');
    expect(page.box()).toHaveProperty('value', '@ben ');
    await page.key(page.box(), 'Enter');
    const mentions = [{ kind: 'user', userId: 'id-ben', start: 0, end: 4 }];
    expect(page.props.onSend).toHaveBeenCalledWith(expect.objectContaining({ text: '@ben', mentions }));
  });

  it('go by Esc, which cancels the reply only then', async () => {
    const page = await open({ replyTo: { messageId: 'm1', authorName: 'Ann', text: 'hm' } });
    await page.write('@');
    await page.appear('option', 'ann');
    await page.key(page.box(), 'Escape');
    expect(page.props.onCancelReply).not.toHaveBeenCalled();
    await page.key(page.box(), 'Escape');
    expect(page.props.onCancelReply).toHaveBeenCalledOnce();
  });
});
