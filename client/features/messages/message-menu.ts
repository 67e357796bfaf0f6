import { messageGroups, type OfferedMessageAction, type MessageContext } from '#client/lib/actions.ts';
import type { MenuItem } from '#client/ui/Menu.tsx';

/** The actions that have an item, in groups: for the menu of a mouse and the sheet of a phone. */
export const menuGroups = (offered: readonly OfferedMessageAction[], context: MessageContext): MenuItem[][] =>
  messageGroups
    .map((name) => offered.filter(({ group, controls }) => group === name && !controls))
    .filter((group) => group.length > 0)
    .map((group) =>
      group.map(({ icon, keys, danger = false, label, run }) => ({
        icon,
        danger,
        label: label(context),
        onSelect: () => run(context),
        ...(keys ? { keys } : {}),
      })),
    );
