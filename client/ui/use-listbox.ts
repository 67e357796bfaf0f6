import { useState, type KeyboardEvent } from 'react';
import { isComposing } from './keys.ts';
import { listboxKey } from './listbox-keys.ts';

interface ListboxKeys {
  active: number;
  setActive: (index: number) => void;
  /** For the text box that owns the list; true when the key was the list's. */
  onKeyDown: (event: KeyboardEvent) => boolean;
}

/** The keys of a list whose focus stays in a text box: arrows move around, Enter chooses. `resetOn` starts again at the top. */
export function useListbox(count: number, resetOn: string, onChoose: (index: number) => void): ListboxKeys {
  const [state, setState] = useState({ of: resetOn, index: 0 });
  const active = state.of === resetOn ? Math.min(state.index, Math.max(0, count - 1)) : 0;
  const setActive = (index: number) => setState({ of: resetOn, index });
  const onKeyDown = (event: KeyboardEvent): boolean => {
    // While an input method is open, arrows and Enter choose characters.
    const pressed = isComposing(event) ? null : listboxKey(event, active, count);
    if (!pressed) return false;
    if (pressed === 'choose') onChoose(active);
    else setActive(pressed.active);
    event.preventDefault();
    return true;
  };
  return { active, setActive, onKeyDown };
}
