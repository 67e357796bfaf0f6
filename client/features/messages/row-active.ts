import {
  useCallback,
  useEffect,
  useRef,
  useState,
  type FocusEvent,
  type MouseEvent,
  type PointerEvent,
  type TouchEvent,
} from 'react';

const longPressMs = 450;
const slack = 10;
const isLink = (target: EventTarget) => target instanceof Element && target.closest('a, textarea') !== null;

interface Pressing {
  timer: ReturnType<typeof setTimeout>;
  x: number;
  y: number;
}

/** A finger held still on a row. Links keep the menu that the phone has for them. */
function useLongPress(onLongPress: () => void) {
  const pressing = useRef<Pressing | null>(null);
  const touched = useRef(false);
  const held = useRef(false);
  const end = () => {
    if (pressing.current) clearTimeout(pressing.current.timer);
    pressing.current = null;
  };
  useEffect(() => end, []);
  return {
    onPointerDown: (event: PointerEvent) => {
      end();
      touched.current = event.pointerType === 'touch';
      held.current = false;
      if (!touched.current || isLink(event.target)) return;
      const timer = setTimeout(() => {
        held.current = true;
        onLongPress();
      }, longPressMs);
      pressing.current = { timer, x: event.clientX, y: event.clientY };
    },
    onPointerMove: (event: PointerEvent) => {
      const { current } = pressing;
      if (current && Math.hypot(event.clientX - current.x, event.clientY - current.y) > slack) end();
    },
    onPointerUp: end,
    /** Lifted, the finger must not press what has opened under it. */
    onTouchEnd: (event: TouchEvent) => {
      if (held.current) event.preventDefault();
      held.current = false;
    },
    onPointerCancel: end,
    onContextMenu: (event: MouseEvent) => touched.current && !isLink(event.target) && event.preventDefault(),
  };
}

/**
 * Whether a person is at a row: the mouse over it, the focus in it, or something open that belongs to it (`hold`). Only
 * then are its controls drawn, so that thousands of rows stay light.
 */
export function useRowActive(onLongPress: () => void) {
  const [over, setOver] = useState(false);
  const [focused, setFocused] = useState(false);
  const [held, setHeld] = useState(false);
  const longPress = useLongPress(onLongPress);
  const hold = useCallback((open: boolean) => setHeld(open), []);
  return {
    near: over || focused || held,
    hold,
    handlers: {
      ...longPress,
      onPointerEnter: (event: PointerEvent) => event.pointerType === 'mouse' && setOver(true),
      onPointerLeave: () => setOver(false),
      onFocus: () => setFocused(true),
      onBlur: (event: FocusEvent) => !event.currentTarget.contains(event.relatedTarget) && setFocused(false),
    },
  };
}
