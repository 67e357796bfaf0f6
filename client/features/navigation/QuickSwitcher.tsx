import { Compass, SearchX } from 'lucide-react';
import { useEffect, useId, useMemo, useState } from 'react';
import { wordsHook } from '#client/lib/i18n.ts';
import { commonWords } from '#client/lib/en.ts';
import { navigationWords } from './en.ts';
import { shellWords } from '#client/features/shell/en.ts';
import { loadPinyin } from '#client/lib/matching.ts';
import { Button } from '#client/ui/Button.tsx';
import { ComboBox } from '#client/ui/ComboBox.tsx';
import { Dialog } from '#client/ui/Dialog.tsx';
import { EmptyState } from '#client/ui/EmptyState.tsx';
import { Icon } from '#client/ui/Icon.tsx';
import { Kbd } from '#client/ui/Kbd.tsx';
import { Listbox } from '#client/ui/Listbox.tsx';
import { useListbox } from '#client/ui/use-listbox.ts';
import { findTargets, type SwitcherTarget } from './switcher-target.ts';
import { SwitcherRow } from './SwitcherRow.tsx';

const useT = wordsHook({ common: commonWords, navigation: navigationWords, shell: shellWords });

interface QuickSwitcherProps {
  /** Recent first; people with whom there is no direct room yet come last. */
  targets: readonly SwitcherTarget[];
  onChoose: (target: SwitcherTarget) => void;
  onBrowse: () => void;
  onClose: () => void;
}

/** Ctrl/⌘K: type a few letters, Enter. The caller closes it when something was chosen. */
export function QuickSwitcher({ targets, onChoose, onBrowse, onClose }: QuickSwitcherProps) {
  const t = useT();
  const listId = useId();
  const [search, setSearch] = useState('');
  const found = useMemo(() => findTargets(search, targets), [search, targets]);
  useEffect(() => void loadPinyin(), []);
  const choose = (index: number) => {
    const target = found[index]?.item;
    if (target) onChoose(target);
  };
  const list = useListbox(found.length, search, choose);
  const typed = search.trim();
  const group = typed === '' ? t.navigation.recent : t.navigation.results;
  const options = found.map((match) => ({ key: match.item.key, group, content: <SwitcherRow {...match} /> }));
  return (
    <Dialog bare high title={t.navigation.switcher} closeLabel={t.common.close} onClose={onClose} width={560}>
      <div className="sticky top-0 z-10 border-b border-line bg-float">
        <ComboBox
          label={t.navigation.switcher}
          value={search}
          onChange={setSearch}
          listId={listId}
          optionCount={found.length}
          activeIndex={list.active}
          enterKeyHint="go"
          placeholder={t.navigation.switcherPlaceholder}
          onKeyDown={list.onKeyDown}
          className="h-14 w-full bg-transparent px-5 text-lg outline-none placeholder:text-faint"
        />
      </div>
      <span role="status" className="sr-only">
        {typed !== '' && t.navigation.resultsCount(found.length)}
      </span>
      {found.length > 0 ? (
        <Listbox
          id={listId}
          label={group}
          options={options}
          activeIndex={list.active}
          onActivate={list.setActive}
          onChoose={choose}
          className="sm:min-h-72"
        />
      ) : (
        <Nothing search={typed} onBrowse={onBrowse} />
      )}
      <Help />
    </Dialog>
  );
}

function Help() {
  const t = useT();
  return (
    <p className="sticky bottom-0 flex items-center gap-2 border-t border-line bg-float px-5 py-2 text-xs text-faint max-sm:hidden pointer-coarse:hidden">
      <Kbd keys="↑ ↓" />
      {t.navigation.switcherHelp}
    </p>
  );
}

function Nothing({ search, onBrowse }: { search: string; onBrowse: () => void }) {
  const t = useT();
  return (
    <EmptyState
      icon={SearchX}
      title={t.navigation.switcherEmpty(search)}
      hint={t.navigation.switcherEmptyHint}
      action={
        <Button onClick={onBrowse}>
          <Icon of={Compass} size={16} />
          {t.shell.browseRooms}
        </Button>
      }
    />
  );
}
