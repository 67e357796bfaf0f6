import { Ellipsis } from 'lucide-react';
import type { OfferedMessageAction, MessageContext } from '#client/lib/actions.ts';
import { useActions } from '#client/lib/use-features.ts';
import { wordsHook } from '#client/lib/i18n.ts';
import { openDialog } from '#client/lib/overlays.ts';
import { matchesLabel } from '#client/lib/typeahead.ts';
import { IconButton } from '#client/ui/IconButton.tsx';
import { Menu } from '#client/ui/Menu.tsx';
import { messageSheet } from './dialogs.ts';
import { messagesWords } from './en.ts';
import { menuGroups } from './message-menu.ts';

const useT = wordsHook({ messages: messagesWords });

interface MessageToolbarProps extends MessageContext {
  /** Something of it is open: keep it drawn. */
  onOpenChange: (open: boolean) => void;
}

const isTouch = () => matchMedia('(pointer: coarse)').matches;

/** The nearest actions, over the corner of the row a person is at. */
export default function MessageToolbar({ message, actor, onOpenChange }: MessageToolbarProps) {
  const t = useT();
  const context = { message, actor };
  const offered = useActions().messageActions.filter((action) => action.offered(context));
  return (
    // Sticky, so that it can be reached on a message taller than the window.
    <div className="pointer-events-none absolute inset-y-0 right-3 z-10 sm:right-5">
      <div
        role="toolbar"
        aria-label={t.messages.actions}
        className="pointer-events-auto sticky top-1 -mt-4 flex items-center gap-px rounded-md border border-line bg-float p-0.5 shadow-card"
      >
        {offered.map((action) => (
          <Tool key={action.id} action={action} context={context} onOpenChange={onOpenChange} />
        ))}
        {isTouch() ? (
          <IconButton
            icon={Ellipsis}
            size="sm"
            label={t.messages.actions}
            aria-haspopup="dialog"
            onClick={() => openDialog(messageSheet, context)}
          />
        ) : (
          <Menu
            matches={matchesLabel}
            label={t.messages.actions}
            groups={menuGroups(offered, context)}
            alignment="end"
            onOpenChange={onOpenChange}
            trigger={(props) => <IconButton {...props} icon={Ellipsis} size="sm" label={t.messages.actions} />}
          />
        )}
      </div>
    </div>
  );
}

interface ToolProps {
  action: OfferedMessageAction;
  context: MessageContext;
  onOpenChange: (open: boolean) => void;
}

function Tool({ action, context, onOpenChange }: ToolProps) {
  const { controls, toolbar, icon, keys, label, run } = action;
  if (controls) return <controls.Toolbar {...context} onOpenChange={onOpenChange} />;
  if (!toolbar) return null;
  return (
    <IconButton
      icon={icon}
      size="sm"
      label={label(context)}
      {...(keys ? { keys } : {})}
      onClick={() => run(context)}
      {...(toolbar === 'wide' ? { className: 'max-sm:hidden' } : {})}
    />
  );
}
