import { someUser } from './users.ts';
import { vi } from 'vitest';
import { Composer } from '#client/features/composer/Composer.tsx';
import { readingOf } from '#client/features/composer/text-parts.ts';
import type { ComposerProps, Draft } from '#client/features/composer/draft.ts';
import { render } from './render.tsx';

export const draft = (text: string): Draft => ({ text, mentions: [] });

export const person = (name: string) => someUser(`id-${name}`, { name, displayName: name });

/** An open composer of a room, with all parts loaded that it loads when idle. */
export async function openComposer(more: Partial<ComposerProps> = {}, room: Partial<ComposerProps['candidates']> = {}) {
  const props: ComposerProps = {
    roomName: '#general',
    noteToSelf: false,
    candidates: {
      me: 'id-me',
      members: [person('ann'), person('ben')],
      others: [person('zoe')],
      rooms: [],
      memberCount: 2,
      mayNotifyRoom: true,
      onAddPeople: vi.fn<NonNullable<ComposerProps['candidates']['onAddPeople']>>(async () => {}),
      ...room,
    },
    initialDraft: { text: '', mentions: [] },
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
  const both = '@ann :tada:';
  for (let loading = readingOf(both); loading; loading = readingOf(both)) await loading;
  const page = await render(<Composer {...props} />);
  if (!more.blocked) await page.appear('button', 'Bold');
  if (more.replyTo) await page.appear('button', 'Cancel the reply');
  const box = () => page.find('input', 'Message to #general');
  return { ...page, props, box, write: (text: string) => page.type(box(), text), key: page.press };
}
