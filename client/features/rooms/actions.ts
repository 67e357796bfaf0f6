import { Archive, ArchiveRestore, LogOut, MessageSquareText, Pencil, UserPlus } from 'lucide-react';
import { may } from '#shared/permissions.ts';
import type { RoomAction } from '#client/lib/actions.ts';
import { wordsNow } from '#client/lib/i18n.ts';
import { openDialog } from '#client/lib/overlays.ts';
import { attempt } from '#client/lib/problem.ts';
import { showToast } from '#client/lib/toasts.ts';
import { client } from '#client/lib/trpc.ts';
import { addPeopleDialog, renameRoomDialog, roomQuestionDialog, topicDialog } from './dialogs.ts';
import { roomsWords } from './en.ts';

const words = wordsNow({ rooms: roomsWords });

async function unarchive(roomId: string): Promise<void> {
  const problem = await attempt(() => client.rooms.unarchive.mutate({ roomId }));
  if (problem) showToast({ tone: 'problem', text: problem.sentence });
}

export const roomActions: readonly RoomAction[] = [
  {
    id: 'addPeople',
    icon: UserPlus,
    group: 'people',
    label: () => words().rooms.addPeople,
    offered: ({ actor }) => may(actor, 'invite'),
    run: ({ room }) => openDialog(addPeopleDialog, { roomId: room.id }),
  },
  {
    id: 'rename',
    icon: Pencil,
    group: 'change',
    label: () => words().rooms.rename,
    offered: ({ actor }) => may(actor, 'rename'),
    run: ({ room }) => openDialog(renameRoomDialog, { roomId: room.id }),
  },
  {
    id: 'topic',
    icon: MessageSquareText,
    group: 'change',
    label: () => words().rooms.editTopic,
    offered: ({ actor }) => may(actor, 'setTopic'),
    run: ({ room }) => openDialog(topicDialog, { roomId: room.id }),
  },
  {
    id: 'unarchive',
    icon: ArchiveRestore,
    group: 'end',
    label: () => words().rooms.unarchive,
    offered: ({ room, actor }) => room.archivedAt !== null && may(actor, 'unarchive'),
    run: ({ room }) => void unarchive(room.id),
  },
  {
    id: 'archive',
    icon: Archive,
    group: 'end',
    danger: true,
    label: () => words().rooms.archive,
    offered: ({ room, actor }) => room.archivedAt === null && may(actor, 'archive'),
    run: ({ room }) =>
      openDialog(roomQuestionDialog, { roomId: room.id, roomTitle: `#${room.name}`, question: { kind: 'archive' } }),
  },
  {
    id: 'leave',
    icon: LogOut,
    group: 'end',
    danger: true,
    label: () => words().rooms.leave,
    offered: ({ actor }) => may(actor, 'leave'),
    run: ({ room }) =>
      openDialog(roomQuestionDialog, {
        roomId: room.id,
        roomTitle: `#${room.name}`,
        question: { kind: 'leave', isPrivate: room.kind === 'private' },
      }),
  },
];
