import { useState, type KeyboardEvent } from 'react';

interface ListboxKeys {
  active: number;
  setActive: (index: number) => void;
  /** For the text box that owns the list; true when the key was the list's. */
  onKeyDown: (event: KeyboardEvent) => boolean;
}

/** The keys of a list whose focus stays in a text box: arrows move around, Enter chooses. `resetOn` starts anew at the top. */
export function useListbox(count: number, resetOn: string, onChoose: (index: number) => void): ListboxKeys {
  const [state, setState] = useState({ of: resetOn, index: 0 });
  const active = state.of === resetOn ? Math.min(state.index, Math.max(0, count - 1)) : 0;
  const setActive = (index: number) => setState({ of: resetOn, index });
  const onKeyDown = (event: KeyboardEvent): boolean => {
    // An input method is choosing characters: its keys are not ours.
    if (event.nativeEvent.isComposing || event.keyCode === 229 || count === 0) return false;
    if (event.key === 'ArrowDown') setActive((active + 1) % count);
    else if (event.key === 'ArrowUp') setActive((active + count - 1) % count);
    else if (event.key === 'Enter') onChoose(active);
    else return false;
    event.preventDefault();
    return true;
  };
  return { active, setActive, onKeyDown };
}
