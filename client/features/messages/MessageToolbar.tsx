import { EmojiPopover } from '#client/features/reactions/EmojiPopover.tsx';
import { QuickReactions } from '#client/features/reactions/QuickReactions.tsx';
import { wordsHook } from '#client/lib/i18n.ts';
import { messagesWords } from './en.ts';
import { matchesLabel } from '#client/lib/typeahead.ts';
import { IconButton } from '#client/ui/IconButton.tsx';
import { Menu } from '#client/ui/Menu.tsx';
import { mayWithMessage } from '#shared/permissions.ts';
import type { Message } from '#shared/messages.ts';
import { Ellipsis, Pencil, Reply, SmilePlus } from 'lucide-react';
import { choicesFor } from './choices.ts';
import type { RowContext } from './row-context.ts';
import { toggleReaction } from './toggle-reaction.ts';

const useT = wordsHook({ messages: messagesWords });

interface MessageToolbarProps {
  message: Message;
  row: RowContext;
  /** Something of it is open: keep it drawn. */
  onOpenChange: (open: boolean) => void;
}

const isTouch = () => matchMedia('(pointer: coarse)').matches;

/** The nearest actions, over the corner of the row a person is at. */
export default function MessageToolbar({ message, row, onOpenChange }: MessageToolbarProps) {
  const t = useT();
  return (
    // Sticky, so that it can be reached on a message taller than the window.
    <div className="pointer-events-none absolute inset-y-0 right-3 z-10 sm:right-5">
      <div
        role="toolbar"
        aria-label={t.messages.actions}
        className="pointer-events-auto sticky top-1 -mt-4 flex items-center gap-px rounded-md border border-line bg-float p-0.5 shadow-card"
      >
        <NearestActions message={message} row={row} onOpenChange={onOpenChange} />
        {isTouch() ? (
          <IconButton
            icon={Ellipsis}
            size="sm"
            label={t.messages.actions}
            aria-haspopup="dialog"
            onClick={() => row.onDialog('sheet', message)}
          />
        ) : (
          <Menu
            matches={matchesLabel}
            label={t.messages.actions}
            groups={choicesFor(message, row)}
            alignment="end"
            onOpenChange={onOpenChange}
            trigger={(props) => <IconButton {...props} icon={Ellipsis} size="sm" label={t.messages.actions} />}
          />
        )}
      </div>
    </div>
  );
}

function NearestActions({ message, row, onOpenChange }: MessageToolbarProps) {
  const t = useT();
  const react = (emoji: string) => toggleReaction(message, emoji, row);
  return (
    <>
      {mayWithMessage(row.actor, message, 'react') && (
        <>
          <QuickReactions most={3} onPick={react} className="max-sm:hidden" />
          <EmojiPopover
            onPick={react}
            onOpenChange={onOpenChange}
            trigger={(props) => (
              <IconButton {...props} icon={SmilePlus} size="sm" label={t.messages.react} data-react="" />
            )}
          />
        </>
      )}
      {mayWithMessage(row.actor, message, 'reply') && (
        <IconButton
          icon={Reply}
          size="sm"
          label={t.messages.reply}
          keys="R"
          onClick={() => row.actions.onReply(message)}
        />
      )}
      {mayWithMessage(row.actor, message, 'edit') && (
        <IconButton
          icon={Pencil}
          size="sm"
          label={t.messages.edit}
          keys="E"
          onClick={() => row.onEditingChange(message.id)}
          className="max-sm:hidden"
        />
      )}
    </>
  );
}
