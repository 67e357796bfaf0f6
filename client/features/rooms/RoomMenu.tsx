import { Ellipsis } from 'lucide-react';
import { roomGroups, type RoomContext } from '#client/lib/actions.ts';
import { useActions } from '#client/lib/use-features.ts';
import { wordsHook } from '#client/lib/i18n.ts';
import { matchesLabel } from '#client/lib/typeahead.ts';
import { IconButton } from '#client/ui/IconButton.tsx';
import { Menu } from '#client/ui/Menu.tsx';
import { roomsWords } from './en.ts';

const useT = wordsHook({ rooms: roomsWords });

/** What can be done with a room; nothing where there is nothing to do. */
export default function RoomMenu(context: RoomContext) {
  const t = useT();
  const offered = useActions().roomActions.filter((action) => action.offered(context));
  if (offered.length === 0) return null;
  const groups = roomGroups.map((name) =>
    offered
      .filter(({ group }) => group === name)
      .map(({ label, run, ...look }) => ({ ...look, label: label(context), onSelect: () => run(context) })),
  );
  return (
    <Menu
      matches={matchesLabel}
      label={t.rooms.menu}
      alignment="end"
      groups={groups.filter((group) => group.length > 0)}
      trigger={(props) => <IconButton {...props} icon={Ellipsis} label={t.rooms.menu} />}
    />
  );
}
