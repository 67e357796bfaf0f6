import { lazyPart } from '#client/lib/lazy-parts.ts';
import type { Message } from '#shared/messages.ts';
import { Suspense } from 'react';
import { toggleReaction } from './toggle-reaction.ts';
import type { MessageDialog, RowContext } from './row-context.ts';

const EmojiDialog = lazyPart(() => import('#client/features/reactions/EmojiDialog.tsx'));
const SeenByDialog = lazyPart(() => import('#client/features/reads/SeenByDialog.tsx'));
const EditHistoryDialog = lazyPart(() => import('./EditHistoryDialog.tsx'));
const MessageSheet = lazyPart(() => import('./MessageSheet.tsx'));
const RecallDialog = lazyPart(() => import('./RecallDialog.tsx'));

export interface OpenDialog {
  dialog: MessageDialog;
  message: Message;
}
interface MessageDialogsProps {
  open: OpenDialog;
  row: RowContext;
  onClose: () => void;
}

/** What can be open about one message. It stands beside the list, because the row may be scrolled away. */
export default function MessageDialogs({ open, row, onClose }: MessageDialogsProps) {
  return (
    <Suspense>
      <OneDialog open={open} row={row} onClose={onClose} />
    </Suspense>
  );
}

function OneDialog({ open: { dialog, message }, row, onClose }: MessageDialogsProps) {
  const { actions, people } = row;
  switch (dialog) {
    case 'sheet':
      return <MessageSheet message={message} row={row} onClose={onClose} />;
    case 'seenBy':
      return (
        <SeenByDialog
          message={message}
          people={people}
          load={actions.loadSeenBy}
          onOpenProfile={actions.onOpenProfile}
          onClose={onClose}
        />
      );
    case 'history':
      return <EditHistoryDialog message={message} load={actions.loadVersions} onClose={onClose} />;
    case 'recall':
      return <RecallDialog message={message} me={row.me} onRecall={actions.onRecall} onClose={onClose} />;
    case 'emoji':
      return (
        <EmojiDialog
          onClose={onClose}
          onPick={(emoji) => {
            toggleReaction(message, emoji, row);
            onClose();
          }}
        />
      );
  }
}
