import { Eye, MailOpen } from 'lucide-react';
import { messagesWords } from '#client/features/messages/en.ts';
import type { MessageAction } from '#client/lib/actions.ts';
import { wordsNow } from '#client/lib/i18n.ts';
import { openDialog } from '#client/lib/overlays.ts';
import { showProblem } from '#client/lib/problem.ts';
import { client } from '#client/lib/trpc.ts';
import { seenByDialog } from './dialogs.ts';
import { readMarks } from './read-marks.ts';

const words = wordsNow({ messages: messagesWords });

export const messageActions: readonly MessageAction[] = [
  {
    id: 'markUnread',
    icon: MailOpen,
    group: 'keep',
    label: () => words().messages.markUnread,
    offered: () => true,
    run: ({ message: { id, roomId } }) => {
      // A mark on its way would read the message again.
      readMarks.drop(roomId);
      client.reads.markUnread.mutate({ messageId: id }).catch(showProblem);
    },
  },
  {
    id: 'seenBy',
    icon: Eye,
    group: 'look',
    label: () => words().messages.seenBy,
    offered: () => true,
    run: ({ message }) => openDialog(seenByDialog, { message }),
  },
];
