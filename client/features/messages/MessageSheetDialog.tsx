import type { MessageContext } from '#client/lib/actions.ts';
import { commonWords } from '#client/lib/en.ts';
import { useActions } from '#client/lib/use-features.ts';
import { wordsHook } from '#client/lib/i18n.ts';
import { closeDialog } from '#client/lib/overlays.ts';
import { Dialog } from '#client/ui/Dialog.tsx';
import { Icon } from '#client/ui/Icon.tsx';
import { messagesWords } from './en.ts';
import { menuGroups } from './message-menu.ts';

const useT = wordsHook({ common: commonWords, messages: messagesWords });

/** All that can be done with a message, for a finger. */
export default function MessageSheetDialog(context: MessageContext) {
  const t = useT();
  const { message } = context;
  const offered = useActions().messageActions.filter((action) => action.offered(context));
  return (
    <Dialog title={t.messages.actions} closeLabel={t.common.close} onClose={closeDialog} width={400} bare>
      <div className="flex flex-col px-2 py-3">
        {message.text !== '' && <p className="line-clamp-2 px-3 pb-2 text-sm text-faint">{message.text}</p>}
        {offered.map(({ id, controls }) => controls && <controls.Sheet key={id} {...context} onClose={closeDialog} />)}
        {menuGroups(offered, context).map((group) => (
          <div key={group[0]?.label} className="border-line py-1 not-last:border-b">
            {group.map((choice) => (
              <button
                key={choice.label}
                type="button"
                onClick={() => {
                  closeDialog();
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
