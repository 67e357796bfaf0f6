import { Copy, History, Link2, Pencil, Reply, Trash2, Undo2 } from 'lucide-react';
import { mayWithMessage } from '#shared/permissions.ts';
import type { MessageAction, MessageContext } from '#client/lib/actions.ts';
import { draftOf, replaceDraft } from '#client/lib/drafts.ts';
import { commonWords } from '#client/lib/en.ts';
import { wordsNow } from '#client/lib/i18n.ts';
import { openDialog } from '#client/lib/overlays.ts';
import { messageHref } from '#client/lib/routes.ts';
import { showToast } from '#client/lib/toasts.ts';
import { editHistoryDialog, recallDialog } from './dialogs.ts';
import { startEditing } from './editing.ts';
import { messagesWords } from './en.ts';

const words = wordsNow({ common: commonWords, messages: messagesWords });

async function copy(text: string, done: string): Promise<void> {
  await navigator.clipboard.writeText(text);
  showToast({ tone: 'done', text: done });
}

function reply({ message: { id, roomId, authorId, text, recalledAt }, actor: { userId } }: MessageContext): void {
  const replyTo = { messageId: id, authorId, text, recalledAt };
  replaceDraft(userId, roomId, { ...draftOf(userId, roomId), replyTo });
}

const isOwn = ({ message, actor }: MessageContext): boolean => message.authorId === actor.userId;
const mayRecall = ({ message, actor }: MessageContext): boolean => mayWithMessage(actor, message, 'recall');
const askToRecall = ({ message }: MessageContext): void => openDialog(recallDialog, { message });

export const messageActions: readonly MessageAction[] = [
  {
    id: 'reply',
    icon: Reply,
    keys: 'R',
    group: 'answer',
    toolbar: 'always',
    label: () => words().messages.reply,
    offered: ({ message, actor }) => mayWithMessage(actor, message, 'reply'),
    run: reply,
  },
  {
    id: 'edit',
    icon: Pencil,
    keys: 'E',
    group: 'answer',
    toolbar: 'wide',
    label: () => words().messages.edit,
    offered: ({ message, actor }) => mayWithMessage(actor, message, 'edit'),
    run: ({ message }) => startEditing(message.roomId, message.id),
  },
  {
    id: 'copyText',
    icon: Copy,
    group: 'keep',
    label: () => words().messages.copyText,
    offered: () => true,
    run: ({ message }) => void copy(message.text, words().common.copied),
  },
  {
    id: 'copyLink',
    icon: Link2,
    group: 'keep',
    label: () => words().messages.copyLink,
    offered: () => true,
    run: ({ message: { roomId, id } }) =>
      void copy(new URL(messageHref(roomId, id), location.origin).href, words().messages.linkCopied),
  },
  {
    id: 'history',
    icon: History,
    group: 'look',
    label: () => words().messages.history,
    offered: ({ message }) => message.editedAt !== null,
    run: ({ message }) => openDialog(editHistoryDialog, { message }),
  },
  {
    id: 'recall',
    icon: Undo2,
    group: 'end',
    danger: true,
    label: () => words().messages.recall,
    offered: (context) => isOwn(context) && mayRecall(context),
    run: askToRecall,
  },
  {
    id: 'remove',
    icon: Trash2,
    group: 'end',
    danger: true,
    label: () => words().messages.remove,
    offered: (context) => !isOwn(context) && mayRecall(context),
    run: askToRecall,
  },
];
