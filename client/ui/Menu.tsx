import type { LucideIcon } from 'lucide-react';
import type { KeyboardEvent, ReactNode } from 'react';
import { Icon } from './Icon.tsx';
import { Kbd } from './Kbd.tsx';
import { Popover, type PopoverTrigger } from './Popover.tsx';
import type { Alignment, Side } from './place.ts';

export interface MenuItem {
  label: string;
  icon?: LucideIcon;
  keys?: string;
  danger?: boolean;
  onSelect: () => void;
}
interface MenuProps {
  label: string;
  trigger: (props: PopoverTrigger & { 'aria-haspopup': 'menu' }) => ReactNode;
  /** Groups are parted by a line. */
  groups: readonly (readonly MenuItem[])[];
  /** Above the items: whose menu it is, or quick choices. */
  header?: (close: () => void) => ReactNode;
  side?: Side;
  alignment?: Alignment;
  onOpenChange?: (open: boolean) => void;
}

function moveFocus(event: KeyboardEvent<HTMLDivElement>): void {
  const items = [...event.currentTarget.querySelectorAll<HTMLElement>('[role=menuitem]')];
  const at = items.findIndex((item) => item === document.activeElement);
  const last = items.length - 1;
  const targets: Record<string, number> = {
    ArrowDown: at === last ? 0 : at + 1,
    ArrowUp: at <= 0 ? last : at - 1,
    Home: 0,
    End: last,
  };
  const target = targets[event.key];
  if (target === undefined) return;
  event.preventDefault();
  event.stopPropagation();
  items[target]?.focus();
}

/** A list of actions behind a button; arrows, Home and End move, Enter does, Esc closes. */
export function Menu({ label, trigger, groups, header, side, alignment, onOpenChange }: MenuProps) {
  return (
    <Popover
      label={label}
      role="dialog"
      {...(side ? { side } : {})}
      {...(alignment ? { alignment } : {})}
      {...(onOpenChange ? { onOpenChange } : {})}
      trigger={(props) => trigger({ ...props, 'aria-haspopup': 'menu' })}
      className="w-60 p-1.5"
    >
      {(close) => (
        <>
          {header?.(close)}
          <div role="menu" aria-label={label} onKeyDown={moveFocus}>
            {groups
              .filter((items) => items.length > 0)
              .map((items, group) => (
                <div
                  role="group"
                  key={items[0]?.label}
                  className={group > 0 ? 'mt-1.5 border-t border-line pt-1.5' : ''}
                >
                  {items.map((item) => (
                    <MenuRow key={item.label} item={item} close={close} />
                  ))}
                </div>
              ))}
          </div>
        </>
      )}
    </Popover>
  );
}

function MenuRow({ item, close }: { item: MenuItem; close: () => void }) {
  return (
    <button
      type="button"
      role="menuitem"
      tabIndex={-1}
      onClick={() => {
        close();
        item.onSelect();
      }}
      className={`tap flex min-h-9 w-full items-center gap-2.5 rounded-md px-2.5 text-left text-md focus-visible:outline-offset-[-2px] ${item.danger ? 'text-coral-ink hover:bg-coral-wash focus:bg-coral-wash' : 'hover:bg-hover focus:bg-hover'}`}
    >
      {item.icon && <Icon of={item.icon} size={17} className={item.danger ? '' : 'text-faint'} />}
      <span className="min-w-0 flex-1 truncate">{item.label}</span>
      {item.keys && <Kbd keys={item.keys} />}
    </button>
  );
}
