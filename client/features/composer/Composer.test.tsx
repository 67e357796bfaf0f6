import { beforeAll, describe, expect, it, vi } from 'vitest';
import { render } from '#client/testing/render.tsx';
import type { User } from '#shared/users.ts';
import { Composer } from './Composer.tsx';
import type { ComposerProps, Written } from './written.ts';

const person = (name: string): User => ({
  id: `id-${name}`,
  name,
  displayName: name,
  role: 'member',
  statusText: '',
  avatarVersion: 0,
  createdAt: 0,
  lastSeenAt: null,
  deactivatedAt: null,
});

async function open(more: Partial<ComposerProps> = {}, room: Partial<ComposerProps['addressable']> = {}) {
  const props: ComposerProps = {
    roomName: '#general',
    noteToSelf: false,
    addressable: {
      members: [person('ann'), person('ben')],
      others: [person('zoe')],
      rooms: [],
      memberCount: 2,
      mayNotifyRoom: true,
      onAddPeople: vi.fn<NonNullable<ComposerProps['addressable']['onAddPeople']>>(async () => {}),
      ...room,
    },
    draft: { text: '', mentions: [] },
    onDraftChange: vi.fn<ComposerProps['onDraftChange']>(),
    onSend: vi.fn<ComposerProps['onSend']>(),
    onTyping: vi.fn<ComposerProps['onTyping']>(),
    replyTo: null,
    onCancelReply: vi.fn<ComposerProps['onCancelReply']>(),
    onEditLast: vi.fn<ComposerProps['onEditLast']>(),
    blocked: null,
    enterSends: true,
    autoFocus: false,
    ...more,
  };
  const page = await render(<Composer {...props} />);
  if (!more.blocked) await page.appear('button', 'Bold');
  const box = () => page.find('input', 'Message to #general');
  return { ...page, props, box, write: (text: string) => page.type(box(), text), key: page.press };
}
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

const draft = (text: string): Written => ({ text, mentions: [] });

describe('sending', () => {
  it('goes by Enter, and the box is free at once', async () => {
    const page = await open();
    await page.write('hello');
    await page.key(page.box(), 'Enter');
    expect(page.props.onSend).toHaveBeenCalledWith({ text: 'hello', mentions: [], confirmed: false, replyToId: null });
    expect(page.box()).toHaveProperty('value', '');
    expect(page.props.onDraftChange).toHaveBeenLastCalledWith(draft(''));
  });

  it('does not go by Shift+Enter, nor by the Enter that ends a composition', async () => {
    const page = await open({ draft: draft('你好') });
    await page.key(page.box(), 'Enter', { shiftKey: true });
    await page.key(page.box(), 'Enter', { isComposing: true });
    await page.key(page.box(), 'Enter', { keyCode: 229 });
    expect(page.props.onSend).not.toHaveBeenCalled();
  });

  it('goes by Ctrl+Enter alone where Enter breaks the line', async () => {
    const page = await open({ draft: draft('a'), enterSends: false });
    await page.key(page.box(), 'Enter');
    expect(page.props.onSend).not.toHaveBeenCalled();
    await page.key(page.box(), 'Enter', { ctrlKey: true });
    expect(page.props.onSend).toHaveBeenCalledOnce();
  });

  it('keeps what is too long, and says by how much', async () => {
    const page = await open({ draft: draft('x'.repeat(8_003)) });
    await page.key(page.box(), 'Enter');
    expect(page.props.onSend).not.toHaveBeenCalled();
    expect(page.text()).toContain('3 characters too many');
    expect(page.find('button', 'Send')).toHaveProperty('disabled', true);
    expect(page.box()).toHaveProperty('value', 'x'.repeat(8_003));
  });

  it('carries the message it answers', async () => {
    const page = await open({ replyTo: { messageId: 'm1', authorName: 'Ann', text: 'hm' }, draft: draft('yes') });
    expect(page.text()).toContain('Replying to Ann');
    await page.key(page.box(), 'Enter');
    expect(page.props.onSend).toHaveBeenCalledWith(expect.objectContaining({ replyToId: 'm1' }));
  });

  it('takes no message of white space', async () => {
    const page = await open({ draft: draft('  \n ') });
    await page.key(page.box(), 'Enter');
    expect(page.props.onSend).not.toHaveBeenCalled();
  });
});

describe('mentions', () => {
  it('are what was typed by hand too', async () => {
    const page = await open({ draft: draft('hi @Ann') });
    await page.key(page.box(), 'Enter');
    const mentions = [{ kind: 'user', userId: 'id-ann', start: 3, end: 7 }];
    expect(page.props.onSend).toHaveBeenCalledWith(expect.objectContaining({ mentions }));
  });

  it('of a large room ask first', async () => {
    const page = await open({ draft: draft('@room lunch') }, { memberCount: 31 });
    await page.key(page.box(), 'Enter');
    expect(page.props.onSend).not.toHaveBeenCalled();
    await page.appear('button', 'Send and notify');
    expect(page.text()).toContain('Notify 31 people?');
    await page.click(page.find('button', 'Send and notify'));
    expect(page.props.onSend).toHaveBeenCalledWith(expect.objectContaining({ confirmed: true }));
  });

  it('of somebody who is not here offer to add them, or go without', async () => {
    const page = await open({ draft: draft('@zoe look') });
    await page.key(page.box(), 'Enter');
    await page.appear('button', 'Send without');
    expect(page.text()).toContain('zoe is not in this room');
    await page.click(page.find('button', 'Send without'));
    expect(page.props.addressable.onAddPeople).not.toHaveBeenCalled();
    expect(page.props.onSend).toHaveBeenCalledWith(expect.objectContaining({ text: '@zoe look', mentions: [] }));
  });

  it('go as they are while it is not known yet who is here', async () => {
    const mentions: Written['mentions'] = [{ kind: 'user', userId: 'id-ann', start: 0, end: 4 }];
    const page = await open({ draft: { text: '@ann hi', mentions } }, { members: [], others: [] });
    await page.key(page.box(), 'Enter');
    expect(page.props.onSend).toHaveBeenCalledWith(expect.objectContaining({ mentions }));
  });

  it('stay when adding fails: nothing is sent, nothing lost', async () => {
    const page = await open(
      { draft: draft('@zoe look') },
      { onAddPeople: async () => Promise.reject(new Error('No connection.')) },
    );
    await page.key(page.box(), 'Enter');
    await page.click(await page.appear('button', 'Add zoe'));
    expect(page.text()).toContain('No connection.');
    expect(page.props.onSend).not.toHaveBeenCalled();
    expect(page.box()).toHaveProperty('value', '@zoe look');
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

describe('the rest', () => {
  it('edits the last message by Arrow up in an empty box alone', async () => {
    const page = await open();
    await page.key(page.box(), 'ArrowUp');
    expect(page.props.onEditLast).toHaveBeenCalledOnce();
    await page.write('a');
    await page.key(page.box(), 'ArrowUp');
    expect(page.props.onEditLast).toHaveBeenCalledOnce();
  });

  it('tells others that one writes, once for many keys, and that one stopped', async () => {
    const page = await open();
    for (const text of ['a', 'ab', 'abc']) await page.write(text);
    expect(page.props.onTyping).toHaveBeenCalledExactlyOnceWith(true);
    await page.key(page.box(), 'Enter');
    expect(page.props.onTyping).toHaveBeenLastCalledWith(false);
  });

  it('says why nobody can write, and lets one join', async () => {
    const onJoin = vi.fn<() => void>();
    const page = await open({ blocked: { reason: 'outside', onJoin, joining: false } });
    await page.click(await page.appear('button', 'Join room'));
    expect(onJoin).toHaveBeenCalledOnce();
    await page.rerender(<Composer {...page.props} blocked={{ reason: 'archived' }} />);
    expect(page.text()).toContain('archived');
  });
});
