import { Archive, ArchiveRestore, Ellipsis, LogOut, MessageSquareText, Pencil, UserPlus } from 'lucide-react';
import { wordsHook } from '#client/lib/i18n.ts';
import { roomsWords } from './en.ts';
import { matchesLabel } from '#client/lib/typeahead.ts';
import { IconButton } from '#client/ui/IconButton.tsx';
import { Menu, type MenuItem } from '#client/ui/Menu.tsx';

const useT = wordsHook({ rooms: roomsWords });

/** What is left out is not offered. */
export interface RoomMenuProps {
  onRename?: () => void;
  onEditTopic?: () => void;
  onAddPeople?: () => void;
  onLeave?: () => void;
  onArchive?: () => void;
  onUnarchive?: () => void;
}

type Offer = Omit<MenuItem, 'onSelect'> & { onSelect: (() => void) | undefined };
const offered = (items: readonly Offer[]): MenuItem[] =>
  items.flatMap(({ onSelect, ...item }) => (onSelect ? [{ ...item, onSelect }] : []));

/** What can be done with a room; nothing where there is nothing to do. */
export default function RoomMenu({
  onRename,
  onEditTopic,
  onAddPeople,
  onLeave,
  onArchive,
  onUnarchive,
}: RoomMenuProps) {
  const t = useT();
  const groups = [
    offered([{ label: t.rooms.addPeople, icon: UserPlus, onSelect: onAddPeople }]),
    offered([
      { label: t.rooms.rename, icon: Pencil, onSelect: onRename },
      { label: t.rooms.editTopic, icon: MessageSquareText, onSelect: onEditTopic },
    ]),
    offered([
      { label: t.rooms.unarchive, icon: ArchiveRestore, onSelect: onUnarchive },
      { label: t.rooms.archive, icon: Archive, danger: true, onSelect: onArchive },
      { label: t.rooms.leave, icon: LogOut, danger: true, onSelect: onLeave },
    ]),
  ].filter((group) => group.length > 0);
  if (groups.length === 0) return null;
  return (
    <Menu
      matches={matchesLabel}
      label={t.rooms.menu}
      alignment="end"
      groups={groups}
      trigger={(props) => <IconButton {...props} icon={Ellipsis} label={t.rooms.menu} />}
    />
  );
}
