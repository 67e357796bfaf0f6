import { Pin, PinOff } from 'lucide-react';
import { may, mayWithMessage } from '#shared/permissions.ts';
import type { MessageAction, RoomAction } from '#client/lib/actions.ts';
import { wordsNow } from '#client/lib/i18n.ts';
import { lazyDialog, openDialog } from '#client/lib/overlays.ts';
import { client } from '#client/lib/trpc.ts';
import { pinsWords } from './en.ts';
import { isKnownPinned } from './snapshot.ts';

const words = wordsNow({ pins: pinsWords });
const pinsDialog = lazyDialog(() => import('./PinsDialog.tsx'));

export const messageActions: readonly MessageAction[] = [
  {
    id: 'pin',
    icon: Pin,
    keys: 'p',
    group: 'keep',
    label: () => words().pins.pin,
    offered: ({ message, actor }) =>
      mayWithMessage(actor, message, 'pin') && !isKnownPinned(message.roomId, message.id),
    run: ({ message }, { meId, optimistic }) =>
      optimistic({ kind: 'pin.added', roomId: message.roomId, userId: null, message, by: meId }, () =>
        client.pins.add.mutate({ messageId: message.id }),
      ),
  },
  {
    id: 'unpin',
    icon: PinOff,
    keys: 'u',
    group: 'keep',
    label: () => words().pins.unpin,
    offered: ({ message, actor }) => mayWithMessage(actor, message, 'pin') && isKnownPinned(message.roomId, message.id),
    run: ({ message: { id: messageId, roomId } }, { meId, optimistic }) =>
      optimistic({ kind: 'pin.removed', roomId, userId: null, messageId, by: meId }, () =>
        client.pins.remove.mutate({ messageId }),
      ),
  },
];

export const roomActions: readonly RoomAction[] = [
  {
    id: 'pins',
    icon: Pin,
    group: 'people',
    label: () => words().pins.title,
    offered: ({ actor }) => may(actor, 'read'),
    run: ({ room, actor }) => openDialog(pinsDialog, { roomId: room.id, mayUnpin: may(actor, 'post') }),
  },
];
