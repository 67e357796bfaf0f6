import { act } from 'react';
import { describe, expect, it, vi } from 'vitest';
import { draft, openComposer as open, person } from '#client/testing/composer.tsx';
import { suggestionsFor } from './suggestions.ts';
import { Composer } from './Composer.tsx';
import type { Draft } from './draft.ts';

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
    const page = await open({ initialDraft: draft('你好') });
    await page.key(page.box(), 'Enter', { shiftKey: true });
    await page.key(page.box(), 'Enter', { isComposing: true });
    await page.key(page.box(), 'Enter', { keyCode: 229 });
    expect(page.props.onSend).not.toHaveBeenCalled();
  });

  it('goes by Ctrl+Enter alone where Enter breaks the line', async () => {
    const page = await open({ initialDraft: draft('a'), enterSends: false });
    await page.key(page.box(), 'Enter');
    expect(page.props.onSend).not.toHaveBeenCalled();
    await page.key(page.box(), 'Enter', { ctrlKey: true });
    expect(page.props.onSend).toHaveBeenCalledOnce();
  });

  it('keeps what is too long, and says by how much', async () => {
    const page = await open({ initialDraft: draft('x'.repeat(8_003)) });
    await page.key(page.box(), 'Enter');
    expect(page.props.onSend).not.toHaveBeenCalled();
    expect(page.text()).toContain('3 characters too many');
    expect(page.find('button', 'Send')).toHaveProperty('disabled', true);
    expect(page.box()).toHaveProperty('value', 'x'.repeat(8_003));
  });

  it('carries the message it answers', async () => {
    const page = await open({
      replyTo: { messageId: 'm1', authorName: 'Ann', text: 'hm' },
      initialDraft: draft('yes'),
    });
    expect(page.text()).toContain('Replying to Ann');
    await page.key(page.box(), 'Enter');
    expect(page.props.onSend).toHaveBeenCalledWith(expect.objectContaining({ replyToId: 'm1' }));
  });

  it('takes no message of white space', async () => {
    const page = await open({ initialDraft: draft('  \n ') });
    await page.key(page.box(), 'Enter');
    expect(page.props.onSend).not.toHaveBeenCalled();
  });
});

describe('mentions', () => {
  it('are what was typed by hand too', async () => {
    const page = await open({ initialDraft: draft('hi @Ann') });
    await page.key(page.box(), 'Enter');
    const mentions = [{ kind: 'user', userId: 'id-ann', start: 3, end: 7 }];
    expect(page.props.onSend).toHaveBeenCalledWith(expect.objectContaining({ mentions }));
  });

  it('of a large room ask first', async () => {
    const page = await open({ initialDraft: draft('@room lunch') }, { memberCount: 31 });
    await page.key(page.box(), 'Enter');
    expect(page.props.onSend).not.toHaveBeenCalled();
    await page.appear('button', 'Send and notify');
    expect(page.text()).toContain('Notify 31 people?');
    await page.click(page.find('button', 'Send and notify'));
    expect(page.props.onSend).toHaveBeenCalledWith(expect.objectContaining({ confirmed: true }));
  });

  it('of somebody who is not here offer to add them, or go without', async () => {
    const page = await open({ initialDraft: draft('@zoe look') });
    await page.key(page.box(), 'Enter');
    await page.appear('button', 'Send without');
    expect(page.text()).toContain('zoe is not in this room');
    await page.click(page.find('button', 'Send without'));
    expect(page.props.candidates.onAddPeople).not.toHaveBeenCalled();
    expect(page.props.onSend).toHaveBeenCalledWith(expect.objectContaining({ text: '@zoe look', mentions: [] }));
  });

  it('go as they are while it is not known yet who is here', async () => {
    const mentions: Draft['mentions'] = [{ kind: 'user', userId: 'id-ann', start: 0, end: 4 }];
    const page = await open({ initialDraft: { text: '@ann hi', mentions } }, { members: [], others: [] });
    await page.key(page.box(), 'Enter');
    expect(page.props.onSend).toHaveBeenCalledWith(expect.objectContaining({ mentions }));
  });

  it('stay when adding fails: nothing is sent, nothing lost', async () => {
    const page = await open(
      { initialDraft: draft('@zoe look') },
      { onAddPeople: async () => Promise.reject(new Error('No connection.')) },
    );
    await page.key(page.box(), 'Enter');
    await page.click(await page.appear('button', 'Add zoe'));
    expect(page.text()).toContain('No connection.');
    expect(page.props.onSend).not.toHaveBeenCalled();
    expect(page.box()).toHaveProperty('value', '@zoe look');
  });
});

describe('what is code', () => {
  it.each(['``@ann``', '~~~\n@ann\n~~~'])('calls nobody: %j', async (text) => {
    const page = await open({ initialDraft: draft(text) });
    await page.key(page.box(), 'Enter');
    await act(() => expect.poll(() => page.props.onSend).toHaveBeenCalledOnce());
    expect(page.props.onSend).toHaveBeenCalledWith(expect.objectContaining({ text, mentions: [] }));
  });

  it('calls nobody who was chosen either', async () => {
    const mentions: Draft['mentions'] = [{ kind: 'user', userId: 'id-ann', start: 2, end: 6 }];
    const page = await open({ initialDraft: { text: '``@ann``', mentions } });
    await page.key(page.box(), 'Enter');
    await act(() => expect.poll(() => page.props.onSend).toHaveBeenCalledOnce());
    expect(page.props.onSend).toHaveBeenCalledWith(expect.objectContaining({ mentions: [] }));
  });

  it('is not what only looks like it; Enter twice sends once', async () => {
    const page = await open({ initialDraft: draft('use ``` for code @ann') });
    await page.key(page.box(), 'Enter');
    await page.key(page.box(), 'Enter');
    await act(() => expect.poll(() => page.props.onSend).toHaveBeenCalledOnce());
    const mentions = [{ kind: 'user', userId: 'id-ann', start: 17, end: 21 }];
    expect(page.props.onSend).toHaveBeenCalledWith(expect.objectContaining({ mentions }));
  });
});

describe('emoji by name', () => {
  it('are sent as emoji', async () => {
    const page = await open({ initialDraft: draft('done :tada: @ann') });
    await page.key(page.box(), 'Enter');
    await act(() => expect.poll(() => page.props.onSend).toHaveBeenCalledOnce());
    const mentions = [{ kind: 'user', userId: 'id-ann', start: 8, end: 12 }];
    expect(page.props.onSend).toHaveBeenCalledWith(expect.objectContaining({ text: 'done 🎉 @ann', mentions }));
  });

  it.each([':3', ':-P', ':D', ':xD'])('leave the face %s to Enter as it is', async (text) => {
    const page = await open();
    const suggest = () =>
      suggestionsFor({ trigger: ':', query: text.slice(1), start: 0, end: 2 }, page.props.candidates);
    await suggest();
    await page.write(text);
    // What is suggested for it has come by then.
    await act(async () => void (await suggest()));
    await page.key(page.box(), 'Enter');
    expect(page.props.onSend).toHaveBeenCalledWith(expect.objectContaining({ text }));
  });
});

describe('more people than a message can call', () => {
  const crowd = Array.from({ length: 52 }, (_, index) => person(`p${index}x`));
  const text = crowd.map(({ name }) => `@${name}`).join(' ');

  it('are named before it goes out, and it can go without them', async () => {
    const page = await open({ initialDraft: draft(text) }, { members: crowd });
    await page.key(page.box(), 'Enter');
    expect(page.props.onSend).not.toHaveBeenCalled();
    await page.appear('button', 'Send anyway');
    expect(page.text()).toContain('p50x and p51x will not be notified');
    await page.click(page.find('button', 'Send anyway'));
    const sent = vi.mocked(page.props.onSend).mock.calls[0]?.[0];
    expect(sent?.text).toBe(text);
    expect(sent?.mentions).toHaveLength(50);
  });

  it('are not the same person many times', async () => {
    const page = await open({ initialDraft: draft(`${'@ann '.repeat(55)}@ben`) });
    await page.key(page.box(), 'Enter');
    const sent = vi.mocked(page.props.onSend).mock.calls[0]?.[0];
    expect(sent?.mentions).toHaveLength(56);
    expect(sent?.mentions.at(-1)).toMatchObject({ userId: 'id-ben' });
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
