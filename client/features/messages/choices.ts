import { wordsNow } from '#client/lib/i18n.ts';
import { commonWords } from '#client/lib/en.ts';
import { messagesWords } from './en.ts';
import { showToast } from '#client/lib/toasts.ts';
import type { MenuItem } from '#client/ui/Menu.tsx';
import { type MessagePermission, mayWithMessage } from '#shared/permissions.ts';
import type { Message } from '#shared/messages.ts';
import { Copy, Eye, History, Link2, MailOpen, Pencil, Reply, Trash2, Undo2 } from 'lucide-react';
import type { RowContext } from './row-context.ts';

const words = wordsNow({ common: commonWords, messages: messagesWords });

async function copy(text: string, done: string): Promise<void> {
  await navigator.clipboard.writeText(text);
  showToast({ tone: 'done', text: done });
}

/** What the reader may do with a message, in groups: for the menu of a mouse and the sheet of a phone. */
export function choicesFor(message: Message, row: RowContext): MenuItem[][] {
  const t = words();
  const { actions, me } = row;
  const may = (permission: MessagePermission) => mayWithMessage(row.actor, message, permission);
  const mine = message.authorId === me;
  const reply = { label: t.messages.reply, icon: Reply, keys: 'R', onSelect: () => actions.onReply(message) };
  const edit = { label: t.messages.edit, icon: Pencil, keys: 'E', onSelect: () => row.onEditingChange(message.id) };
  const recall = {
    label: mine ? t.messages.recall : t.messages.remove,
    icon: mine ? Undo2 : Trash2,
    danger: true,
    onSelect: () => row.onDialog('recall', message),
  };
  const history = { label: t.messages.history, icon: History, onSelect: () => row.onDialog('history', message) };
  return [
    [...(may('reply') ? [reply] : []), ...(may('edit') ? [edit] : [])],
    [
      { label: t.messages.copyText, icon: Copy, onSelect: () => copy(message.text, t.common.copied) },
      { label: t.messages.copyLink, icon: Link2, onSelect: () => copy(actions.linkTo(message), t.messages.linkCopied) },
      { label: t.messages.markUnread, icon: MailOpen, onSelect: () => actions.onMarkUnread(message) },
    ],
    [
      { label: t.messages.seenBy, icon: Eye, onSelect: () => row.onDialog('seenBy', message) },
      ...(message.editedAt === null ? [] : [history]),
    ],
    may('recall') ? [recall] : [],
  ];
}
