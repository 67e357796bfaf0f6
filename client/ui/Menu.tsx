import { Check, type LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { Icon } from './Icon.tsx';
import { Kbd } from './Kbd.tsx';
import { onMenuKey, type MatchesLabel } from './menu-keys.ts';
import { Popover, type PopoverTrigger } from './Popover.tsx';
import type { Alignment, Side } from './place.ts';

export interface MenuItem {
  label: string;
  icon?: LucideIcon;
  keys?: string;
  danger?: boolean;
  /** Shown and reached by the keys, but not to be chosen now. */
  disabled?: boolean;
  /** Of an item that is on or off: alone, or one of a group. */
  choice?: { kind: 'checkbox' | 'radio'; checked: boolean };
  onSelect: () => void;
}
interface MenuProps {
  label: string;
  trigger: (props: PopoverTrigger) => ReactNode;
  /** Groups are parted by a line. */
  groups: readonly (readonly MenuItem[])[];
  /** Where typed letters lead. */
  matches: MatchesLabel;
  side?: Side;
  alignment?: Alignment;
  onOpenChange?: (open: boolean) => void;
}

/** A list of actions behind a button; arrows, Home, End and letters move, Enter does, Esc and Tab close. */
export function Menu({ label, groups, matches, ...popover }: MenuProps) {
  return (
    <Popover
      {...popover}
      label={label}
      role="menu"
      onKeyDown={(event, close) => onMenuKey(event, matches, close)}
      className="w-60 p-1.5"
    >
      {(close) =>
        groups
          .filter((items) => items.length > 0)
          .map((items, group) => (
            <div role="none" key={items[0]?.label}>
              {group > 0 && <div role="separator" className="my-1.5 border-t border-line" />}
              {items.map((item) => (
                <MenuRow key={item.label} item={item} close={close} />
              ))}
            </div>
          ))
      }
    </Popover>
  );
}

function MenuRow({ item, close }: { item: MenuItem; close: () => void }) {
  const { choice, disabled, danger } = item;
  return (
    <button
      type="button"
      role={`menuitem${choice?.kind ?? ''}`}
      aria-checked={choice?.checked}
      aria-disabled={disabled}
      data-label={item.label}
      tabIndex={-1}
      onClick={() => {
        if (disabled) return;
        close();
        item.onSelect();
      }}
      className={`tap flex min-h-9 w-full items-center gap-2.5 rounded-md px-2.5 text-left text-md focus-visible:outline-offset-[-2px] aria-disabled:opacity-60 ${danger ? 'text-coral-ink hover:bg-coral-wash focus:bg-coral-wash' : 'hover:bg-hover focus:bg-hover'}`}
    >
      {item.icon && <Icon of={item.icon} size={17} className={danger ? '' : 'text-faint'} />}
      <span className="min-w-0 flex-1 truncate">{item.label}</span>
      {choice?.checked && <Icon of={Check} size={16} />}
      {item.keys && <Kbd keys={item.keys} />}
    </button>
  );
}
