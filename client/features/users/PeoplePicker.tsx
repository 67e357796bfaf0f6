import { UserSearch, X } from 'lucide-react';
import { useEffect, useId, useMemo, useRef, useState, type KeyboardEvent, type RefObject } from 'react';
import { wordsHook } from '#client/lib/i18n.ts';
import { roomsWords } from '#client/features/rooms/en.ts';
import { findMatches, loadPinyin, type Found } from '#client/lib/matching.ts';
import { Avatar } from '#client/ui/Avatar.tsx';
import { ComboBox } from '#client/ui/ComboBox.tsx';
import { Icon } from '#client/ui/Icon.tsx';
import { Listbox } from '#client/ui/Listbox.tsx';
import { useListbox } from '#client/ui/use-listbox.ts';
import type { User } from '#shared/users.ts';
import { avatarOf } from './person.ts';
import { PersonRow } from './PersonRow.tsx';

const useT = wordsHook({ rooms: roomsWords });

export interface PeoplePickerProps {
  /** In the order to offer them. */
  people: readonly User[];
  meId?: string;
  chosen: readonly string[];
  onChange: (chosen: readonly string[]) => void;
  most: number;
  /** What the list says when nobody is left to choose. */
  nobody: string;
}

/** What is typed, who is offered, and what the keys do. */
function usePicking({ people, chosen, onChange, most }: PeoplePickerProps, box: RefObject<HTMLInputElement | null>) {
  const [search, setSearch] = useState('');
  const full = chosen.length >= most;
  const left = useMemo(
    () => (full ? [] : people.filter((person) => !chosen.includes(person.id))),
    [people, chosen, full],
  );
  const found = useMemo(() => findMatches(search, left, (person) => [person.displayName, person.name]), [search, left]);
  useEffect(() => void loadPinyin(), []);
  const choose = (index: number) => {
    const person = found[index]?.item;
    if (!person) return;
    onChange([...chosen, person.id]);
    setSearch('');
    box.current?.focus();
  };
  const list = useListbox(found.length, search, choose);
  const onKeyDown = (event: KeyboardEvent) => {
    // With nothing typed, Enter belongs to the form.
    if (event.key === 'Enter' && search.trim() === '' && chosen.length > 0) return;
    if (event.key === 'Backspace' && search === '') onChange(chosen.slice(0, -1));
    else if (!list.onKeyDown(event) && event.key === 'Enter' && !event.nativeEvent.isComposing) event.preventDefault();
  };
  return { search, setSearch, full, found, list, choose, onKeyDown };
}

const optionOf = ({ item, label, spans }: Found<User>, meId: string | undefined) => ({
  key: item.id,
  content: (
    <PersonRow
      person={item}
      self={item.id === meId}
      spans={label === 0 ? spans : []}
      nameSpans={label === 1 ? spans : []}
    />
  ),
});

/** People chosen by typing a few letters: Enter takes one, Backspace gives the last one back. */
export function PeoplePicker(props: PeoplePickerProps) {
  const { people, meId, chosen, onChange, most, nobody } = props;
  const t = useT();
  const listId = useId();
  const label = t.rooms.findPeople;
  const box = useRef<HTMLInputElement>(null);
  const { search, setSearch, full, found, list, choose, onKeyDown } = usePicking(props, box);
  const options = found.map((match) => optionOf(match, meId));
  return (
    <div className="flex flex-col gap-2">
      <div className="field flex flex-wrap items-center gap-1.5 p-1.5 pointer-coarse:py-0 focus-within:outline-2 focus-within:-outline-offset-1 focus-within:outline-focus">
        <Chosen people={people} order={chosen} onRemove={(id) => onChange(chosen.filter((other) => other !== id))} />
        <ComboBox
          ref={box}
          label={label}
          value={search}
          onChange={setSearch}
          listId={listId}
          optionCount={options.length}
          activeIndex={list.active}
          placeholder={chosen.length === 0 ? label : ''}
          onKeyDown={onKeyDown}
          className="tap h-7 min-w-24 flex-1 bg-transparent px-1.5 text-base outline-none placeholder:text-faint"
        />
      </div>
      <div className="h-64 overflow-hidden rounded-md border border-line">
        {options.length > 0 ? (
          <Listbox
            id={listId}
            label={label}
            options={options}
            activeIndex={list.active}
            onActivate={list.setActive}
            onChoose={choose}
            className="h-full"
          />
        ) : (
          <Nobody>{full ? t.rooms.mostChosen(most) : search.trim() === '' ? nobody : t.rooms.nobodyFound}</Nobody>
        )}
      </div>
    </div>
  );
}

function Nobody({ children }: { children: string }) {
  return (
    <p
      role="status"
      className="grid h-full place-items-center content-center gap-2 px-6 text-center text-md text-faint"
    >
      <Icon of={UserSearch} size={24} />
      {children}
    </p>
  );
}

function Chosen({
  people,
  order,
  onRemove,
}: {
  people: readonly User[];
  order: readonly string[];
  onRemove: (id: string) => void;
}) {
  const t = useT();
  const inOrder = order.flatMap((id) => people.filter((person) => person.id === id));
  if (inOrder.length === 0) return null;
  return (
    <ul aria-label={t.rooms.chosen} className="contents">
      {inOrder.map((person) => (
        <li key={person.id} className="animate-enter">
          <button
            type="button"
            aria-label={t.rooms.removePerson(person.displayName)}
            onClick={() => onRemove(person.id)}
            className="tap flex h-7 items-center gap-1.5 rounded-sm bg-pine-wash px-1 text-sm font-medium text-pine-ink hover:line-through"
          >
            <Avatar {...avatarOf(person)} size={20} />
            <bdi className="max-w-36 truncate">{person.displayName}</bdi>
            <Icon of={X} size={14} />
          </button>
        </li>
      ))}
    </ul>
  );
}
