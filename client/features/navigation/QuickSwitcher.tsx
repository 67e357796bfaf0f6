import { Compass, SearchX } from 'lucide-react';
import { useEffect, useId, useMemo, useState } from 'react';
import type { RoomKind } from '#shared/rooms.ts';
import type { Person } from '#client/features/users/person.ts';
import { useT } from '#client/lib/i18n.ts';
import { findMatches, loadPinyin } from '#client/lib/matching.ts';
import { Button } from '#client/ui/Button.tsx';
import { Dialog } from '#client/ui/Dialog.tsx';
import { EmptyState } from '#client/ui/EmptyState.tsx';
import { Icon } from '#client/ui/Icon.tsx';
import { Kbd } from '#client/ui/Kbd.tsx';
import { Listbox, optionId } from '#client/ui/Listbox.tsx';
import { useListbox } from '#client/ui/use-listbox.ts';
import { SwitcherRow } from './SwitcherRow.tsx';

export interface SwitcherTarget {
  /** Unique: a room's or a user's id. */
  key: string;
  kind: RoomKind | 'person';
  title: string;
  /** Also searched, shown faintly: a person's name, a room's topic. */
  detail: string;
  /** Whose pictures: a person, or the others of a direct room. */
  people: readonly Person[];
  unreadCount: number;
  mentionCount: number;
  archived: boolean;
}
export interface QuickSwitcherProps {
  /** Recent first; people with whom there is no direct room yet come last. */
  targets: readonly SwitcherTarget[];
  onChoose: (target: SwitcherTarget) => void;
  onBrowse: () => void;
  onClose: () => void;
}

/** Nothing typed: so many recent ones, those that wait for a reader first. */
const atStart = 12;

function inOrder(targets: readonly SwitcherTarget[]): SwitcherTarget[] {
  const waiting = (target: SwitcherTarget) => (target.mentionCount > 0 ? 2 : target.unreadCount > 0 ? 1 : 0);
  return targets.filter((target) => !target.archived).sort((left, right) => waiting(right) - waiting(left));
}

function find(search: string, targets: readonly SwitcherTarget[]) {
  if (search.trim() === '') return inOrder(targets).slice(0, atStart).map((item) => ({ item, label: 0, spans: [], score: 0 }));
  return findMatches(search, targets, (target) => [target.title, target.detail], 40);
}

/** Ctrl/⌘K: type a few letters, Enter. The caller closes it when something was chosen. */
export default function QuickSwitcher({ targets, onChoose, onBrowse, onClose }: QuickSwitcherProps) {
  const t = useT();
  const listId = useId();
  const [search, setSearch] = useState('');
  const found = useMemo(() => find(search, targets), [search, targets]);
  useEffect(() => void loadPinyin(), []);
  const choose = (index: number) => {
    const target = found[index]?.item;
    if (target) onChoose(target);
  };
  const list = useListbox(found.length, search, choose);
  const group = search.trim() === '' ? t.navigation.recent : t.navigation.results;
  const options = found.map((match) => ({ key: match.item.key, group, content: <SwitcherRow {...match} /> }));
  return (
    <Dialog bare high title={t.navigation.switcher} closeLabel={t.common.close} onClose={onClose} width={560}>
      <div className="sticky top-0 z-10 border-b border-line bg-float">
        <input
          data-autofocus=""
          type="text"
          role="combobox"
          aria-label={t.navigation.switcher}
          aria-expanded={found.length > 0}
          aria-controls={listId}
          aria-autocomplete="list"
          aria-activedescendant={found.length > 0 ? optionId(listId, list.active) : undefined}
          autoComplete="off"
          autoCapitalize="off"
          spellCheck={false}
          enterKeyHint="go"
          placeholder={t.navigation.switcherPlaceholder}
          value={search}
          onChange={(event) => setSearch(event.target.value)}
          onKeyDown={list.onKeyDown}
          className="h-14 w-full bg-transparent px-5 text-lg outline-none placeholder:text-faint"
        />
      </div>
      <span role="status" className="sr-only">
        {search.trim() !== '' && t.navigation.resultsCount(found.length)}
      </span>
      {found.length > 0 ? (
        <Listbox id={listId} label={group} options={options} activeIndex={list.active} onActivate={list.setActive} onChoose={choose} className="sm:min-h-72" />
      ) : (
        <EmptyState
          icon={SearchX}
          title={t.navigation.switcherEmpty(search.trim())}
          hint={t.navigation.switcherEmptyHint}
          action={
            <Button onClick={onBrowse}>
              <Icon of={Compass} size={16} />
              {t.shell.browseRooms}
            </Button>
          }
        />
      )}
      <p className="sticky bottom-0 flex items-center gap-2 border-t border-line bg-float px-5 py-2 text-xs text-faint max-sm:hidden pointer-coarse:hidden">
        <Kbd keys="↑ ↓" />
        {t.navigation.switcherHelp}
      </p>
    </Dialog>
  );
}
