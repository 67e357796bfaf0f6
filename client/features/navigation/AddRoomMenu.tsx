import { Compass, Plus } from 'lucide-react';
import { wordsHook } from '#client/lib/i18n.ts';
import { shellWords } from '#client/features/shell/en.ts';
import { matchesLabel } from '#client/lib/typeahead.ts';
import { IconButton } from '#client/ui/IconButton.tsx';
import { Menu } from '#client/ui/Menu.tsx';

const useT = wordsHook({ shell: shellWords });

export interface AddRoomMenuProps {
  onCreateRoom: () => void;
  onBrowseRooms: () => void;
}

/** The ways to one more room. */
export default function AddRoomMenu({ onCreateRoom, onBrowseRooms }: AddRoomMenuProps) {
  const t = useT();
  return (
    <Menu
      matches={matchesLabel}
      label={t.shell.addRoom}
      alignment="end"
      groups={[
        [
          { label: t.shell.createRoom, icon: Plus, onSelect: onCreateRoom },
          { label: t.shell.browseRooms, icon: Compass, onSelect: onBrowseRooms },
        ],
      ]}
      trigger={(props) => <IconButton {...props} size="sm" icon={Plus} label={t.shell.addRoom} />}
    />
  );
}
