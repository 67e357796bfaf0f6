import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { SignedIn } from '#client/testing/signed-in.tsx';
import { useOverlays } from '#client/lib/overlays.ts';
import { render } from '#client/testing/render.tsx';
import type { Message } from '#shared/messages.ts';
import { editHistoryDialog } from './dialogs.ts';
import { MessageRow } from './MessageRow.tsx';
import type { RowContext } from './row-context.ts';
import { SystemMessage } from './SystemMessage.tsx';
import type { RowHandlers, DisplayMessage } from './types.ts';

const noon = Date.UTC(2026, 2, 10, 12, 5);

function message(more: Partial<Message> = {}): Message {
  const base = {
    id: 'm1',
    roomId: 'r',
    authorId: 'ann',
    tempId: 't1',
    rev: 1,
    text: 'hello',
    mentions: [],
    notice: null,
    recalledBy: null,
  };
  return { ...base, replyTo: null, reactions: [], createdAt: noon, editedAt: null, recalledAt: null, ...more };
}

function handlers(): RowHandlers {
  return {
    onEdit: vi.fn<RowHandlers['onEdit']>(async () => {}),
    onReact: vi.fn<RowHandlers['onReact']>(),
    onRetry: vi.fn<RowHandlers['onRetry']>(),
    onDiscard: vi.fn<RowHandlers['onDiscard']>(),
    onOpenProfile: vi.fn<RowHandlers['onOpenProfile']>(),
    onShowMessage: vi.fn<RowHandlers['onShowMessage']>(),
    onOpenRoom: vi.fn<RowHandlers['onOpenRoom']>(),
  };
}

const names = new Map<unknown, string>([[editHistoryDialog, 'history']]);

/** Hears which dialog is opened with what. */
function dialogsOpened() {
  const onDialog = vi.fn<(name: string | undefined, props: unknown) => void>();
  onTestFinished(useOverlays.subscribe(({ dialog }) => dialog && onDialog(names.get(dialog.of), dialog.element.props)));
  return onDialog;
}

const nobody = { me: 'me', members: [], others: [], rooms: [], memberCount: 1, mayNotifyRoom: true, onAddPeople: null };

async function open(shown: Partial<DisplayMessage>, me = 'me', editing = false) {
  const people = new Map();
  const acts = handlers();
  const row: RowContext = {
    me,
    people,
    text: { me, people, rooms: new Map(), onOpenProfile: acts.onOpenProfile, onOpenRoom: acts.onOpenRoom },
    candidates: nobody,
    enterSends: true,
    actor: {
      userId: me,
      role: 'member',
      workspaceRole: 'member',
      kind: 'public',
      archivedAt: null,
      defaultRoom: false,
    },
    handlers: acts,
    onEditingChange: vi.fn<RowContext['onEditingChange']>(),
  };
  const props = { grouped: false, flashing: null, tabbable: true, editing, pinned: false, row };
  const page = await render(<MessageRow {...props} shown={{ message: message(), state: 'sent', ...shown }} />);
  return { ...page, acts, row: { ...row, onDialog: dialogsOpened() } };
}

describe('a message', () => {
  it('that failed says why, and can be sent again or discarded', async () => {
    const failed = message({ id: '' });
    const page = await open({ message: failed, state: 'failed', error: 'Too fast.' });
    await page.appear('button', 'Retry');
    expect(page.text()).toContain('Not sent. Too fast.');
    await page.click(page.find('button', 'Retry'));
    await page.click(page.find('button', 'Discard'));
    expect(page.acts.onRetry).toHaveBeenCalledWith(failed);
    expect(page.acts.onDiscard).toHaveBeenCalledWith(failed);
  });

  it('that waits says so', async () => {
    expect((await open({ state: 'queued' })).text()).toContain('Waiting for the connection');
  });

  it('that was recalled keeps its place and loses its words', async () => {
    expect((await open({ message: message({ text: '', recalledAt: noon }) })).text()).toContain(
      'This message was recalled.',
    );
    const own = await open({ message: message({ text: '', recalledAt: noon }) }, 'ann');
    expect(own.text()).toContain('You recalled this message.');
  });

  it('shows whom it answers; a press leads there', async () => {
    const replyTo = { messageId: 'm0', authorId: 'bob', text: 'lunch?', recalledAt: null };
    const page = await open({ message: message({ replyTo }) });
    await page.click(page.find('button', 'lunch?'));
    expect(page.acts.onShowMessage).toHaveBeenCalledWith('m0');
  });

  it('takes a reaction of mine and gives it back', async () => {
    const mine = message({ reactions: [{ emoji: '👍', userIds: ['bob', 'me'], revs: [1, 2] }] });
    const page = await open({ message: mine });
    const button = page.find('button', '👍, 2 people');
    expect(button.getAttribute('aria-pressed')).toBe('true');
    await page.click(button);
    expect(page.acts.onReact).toHaveBeenCalledWith(mine, '👍', false);
  });

  it('that was edited opens its history', async () => {
    const page = await open({ message: message({ editedAt: noon }) });
    await page.click(page.find('button', 'edited'));
    expect(page.row.onDialog).toHaveBeenCalledWith('history', expect.anything());
  });
});

describe('changing one’s own message', () => {
  it('saves by Enter, and keeps the words when that fails', async () => {
    const page = await open({}, 'ann', true);
    vi.mocked(page.acts.onEdit).mockRejectedValueOnce(new Error('No connection.'));
    const box = await page.appear('input', 'Editing');
    await page.type(box, 'hello again');
    await page.press(box, 'Enter');
    expect(page.text()).toContain('No connection.');
    expect(box).toHaveProperty('value', 'hello again');
    await page.press(box, 'Enter');
    expect(page.row.onEditingChange).toHaveBeenCalledExactlyOnceWith(null);
  });

  it('is cancelled by Esc, and by saving it unchanged', async () => {
    const page = await open({}, 'ann', true);
    await page.press(await page.appear('input', 'Editing'), 'Escape');
    await page.press(page.find('input', 'Editing'), 'Enter');
    expect(page.row.onEditingChange).toHaveBeenCalledTimes(2);
    expect(page.acts.onEdit).not.toHaveBeenCalled();
  });
});

describe('what happened in the room', () => {
  it.each([
    [{ type: 'joined' as const, userIds: ['ann'] }, 'Ann joined.'],
    [{ type: 'joined' as const, userIds: ['bob'] }, 'Ann added Bob.'],
    [{ type: 'renamed' as const, from: 'a', to: 'b' }, 'Ann renamed the room from “a” to “b”.'],
    [{ type: 'topic' as const, topic: '' }, 'Ann cleared the topic.'],
  ])('is told in a sentence: %o', async (notice, sentence) => {
    const user = (id: string, displayName: string) => ({
      id,
      name: id,
      displayName,
      role: 'member' as const,
      statusText: '',
    });
    const rest = { avatarVersion: 0, createdAt: 0, lastSeenAt: null, deactivatedAt: null };
    const people = new Map([
      ['ann', { ...user('ann', 'Ann'), ...rest }],
      ['bob', { ...user('bob', 'Bob'), ...rest }],
    ]);
    const told = message({ notice, text: '' });
    const page = await render(
      <SignedIn meId="me">
        <SystemMessage message={told} notice={notice} people={people} tabbable />
      </SignedIn>,
    );
    expect(page.text()).toContain(sentence);
  });
});
