import { Reply } from 'lucide-react';
import { act, createRef } from 'react';
import { expect, test, vi } from 'vitest';
import type { Actions, MessageAction } from '#client/lib/actions.ts';
import { Outbox } from '#client/lib/outbox.ts';
import { SessionContext } from '#client/lib/session.ts';
import { FeaturesContext, joinFeatures } from '#client/lib/use-features.ts';
import { someMessage } from '#client/testing/messages.ts';
import { render } from '#client/testing/render.tsx';
import type { RoomActor } from '#shared/permissions.ts';
import { useActiveRow, useTimelineKeyboard } from './timeline-keyboard.ts';
import type { TimelineRow } from './timeline-rows.ts';
import { keyOf } from './types.ts';

const actor: RoomActor = {
  userId: 'me',
  role: 'member',
  workspaceRole: 'member',
  kind: 'public',
  archivedAt: null,
  defaultRoom: false,
};
const key = keyOf(someMessage);
const rows: TimelineRow[] = [{ kind: 'message', key, grouped: false, shown: { message: someMessage, state: 'sent' } }];
const session = {
  meId: 'me',
  outbox: new Outbox('me', () => new Promise(() => undefined)),
  reconnect: () => undefined,
  optimistic: () => undefined,
};

function Timeline() {
  const timeline = { scroller: createRef<HTMLDivElement>(), goTo: () => undefined };
  return (
    <div {...useTimelineKeyboard(useActiveRow(), rows, timeline, actor)}>
      <button type="button" data-row={key}>
        hello
      </button>
    </div>
  );
}

test('a key that is pressed on a message before the actions are loaded does what it says once they are', async () => {
  const run = vi.fn<MessageAction['run']>();
  const reply: MessageAction = {
    id: 'reply',
    icon: Reply,
    keys: 'R',
    group: 'answer',
    label: () => 'Reply',
    offered: () => true,
    run,
  };
  let arrive: (actions: Actions) => void = () => undefined;
  const loading = new Promise<Actions>((resolve) => (arrive = resolve));
  const page = await render(
    <SessionContext value={session}>
      <FeaturesContext value={joinFeatures([{ actions: () => loading }])}>
        <Timeline />
      </FeaturesContext>
    </SessionContext>,
  );
  const row = page.find('button', 'hello');
  await page.press(row, 'x');
  await page.press(row, 'r');
  expect(run).not.toHaveBeenCalled();
  await act(async () => arrive({ messageActions: [reply] }));
  expect(run).toHaveBeenCalledExactlyOnceWith({ message: someMessage, actor }, session);
  await page.press(row, 'r');
  expect(run).toHaveBeenCalledTimes(2);
});
