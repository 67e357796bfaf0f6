import { QuickReactions } from '#client/features/reactions/QuickReactions.tsx';
import { wordsHook } from '#client/lib/i18n.ts';
import { commonWords } from '#client/lib/en.ts';
import { messagesWords } from './en.ts';
import { Dialog } from '#client/ui/Dialog.tsx';
import { Icon } from '#client/ui/Icon.tsx';
import { IconButton } from '#client/ui/IconButton.tsx';
import type { Message } from '#shared/messages.ts';
import { mayWithMessage } from '#shared/permissions.ts';
import { SmilePlus } from 'lucide-react';
import { choicesFor } from './choices.ts';
import type { RowContext } from './row-context.ts';
import { toggleReaction } from './toggle-reaction.ts';

const useT = wordsHook({ common: commonWords, messages: messagesWords });

interface MessageSheetProps {
  message: Message;
  row: RowContext;
  onClose: () => void;
}

/** All that can be done with a message, for a finger. */
export default function MessageSheet({ message, row, onClose }: MessageSheetProps) {
  const t = useT();
  return (
    <Dialog title={t.messages.actions} closeLabel={t.common.close} onClose={onClose} width={400} bare>
      <div className="flex flex-col px-2 py-3">
        {message.text !== '' && <p className="line-clamp-2 px-3 pb-2 text-sm text-faint">{message.text}</p>}
        {mayWithMessage(row.actor, message, 'react') && (
          <div className="flex items-center justify-between gap-0.5 border-b border-line px-1 pb-2">
            <QuickReactions
              most={6}
              onPick={(emoji) => {
                toggleReaction(message, emoji, row);
                onClose();
              }}
            />
            <IconButton icon={SmilePlus} label={t.messages.react} onClick={() => row.onDialog('emoji', message)} />
          </div>
        )}
        {choicesFor(message, row)
          .filter((group) => group.length > 0)
          .map((group) => (
            <div key={group[0]?.label} className="border-line py-1 not-last:border-b">
              {group.map((choice) => (
                <button
                  key={choice.label}
                  type="button"
                  onClick={() => {
                    onClose();
                    choice.onSelect();
                  }}
                  className={`flex min-h-11 w-full items-center gap-3 rounded-md px-3 text-left hover:bg-hover active:bg-press ${choice.danger ? 'text-coral-ink' : ''}`}
                >
                  {choice.icon && <Icon of={choice.icon} size={19} className={choice.danger ? '' : 'text-faint'} />}
                  {choice.label}
                </button>
              ))}
            </div>
          ))}
      </div>
    </Dialog>
  );
}
