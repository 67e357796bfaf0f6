import { SmilePlus } from 'lucide-react';
import { mayWithMessage } from '#shared/permissions.ts';
import { messagesWords } from '#client/features/messages/en.ts';
import { keyOf } from '#client/features/messages/types.ts';
import type { MessageAction } from '#client/lib/actions.ts';
import { wordsNow } from '#client/lib/i18n.ts';
import { openDialog } from '#client/lib/overlays.ts';
import { reactionControls } from './controls.tsx';
import { emojiDialog } from './dialogs.ts';

const words = wordsNow({ messages: messagesWords });

export const messageActions: readonly MessageAction[] = [
  {
    id: 'react',
    icon: SmilePlus,
    keys: '+',
    group: 'answer',
    controls: reactionControls,
    label: () => words().messages.react,
    offered: ({ message, actor }) => mayWithMessage(actor, message, 'react'),
    run: ({ message }) => {
      const row = document.querySelector(`[data-row="${CSS.escape(keyOf(message))}"]`);
      const tool = row?.querySelector<HTMLElement>('[data-react]');
      if (tool) tool.click();
      else openDialog(emojiDialog, { message });
    },
  },
];
