import { useEffect, useRef, useState } from 'react';
import { Kbd } from './Kbd.tsx';
import { place } from './place.ts';

interface Tip {
  anchor: HTMLElement;
  text: string;
  keys: string | null;
}

const delay = 350;

/** The element with a tip at or around an event's target. */
function tipped(target: EventTarget | null): HTMLElement | null {
  return target instanceof Element ? target.closest<HTMLElement>('[data-tip]') : null;
}

function useTip(): Tip | null {
  const [tip, setTip] = useState<Tip | null>(null);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const hide = () => {
      clearTimeout(timer);
      setTip(null);
    };
    const show = (anchor: HTMLElement | null) => {
      hide();
      const text = anchor?.dataset['tip'];
      if (!anchor || !text) return;
      timer = setTimeout(
        () => anchor.isConnected && setTip({ anchor, text, keys: anchor.dataset['tipKeys'] ?? null }),
        delay,
      );
    };
    const onOver = (event: PointerEvent) => event.pointerType === 'mouse' && show(tipped(event.target));
    const onFocus = (event: FocusEvent) => {
      const anchor = tipped(event.target);
      if (anchor?.matches(':focus-visible')) show(anchor);
    };
    const onKey = (event: KeyboardEvent) => event.key === 'Escape' && hide();
    const abort = new AbortController();
    const options = { signal: abort.signal, passive: true };
    document.addEventListener('pointerover', onOver, options);
    document.addEventListener('focusin', onFocus, options);
    document.addEventListener('focusout', hide, options);
    document.addEventListener('pointerdown', hide, options);
    document.addEventListener('scroll', hide, { ...options, capture: true });
    document.addEventListener('keydown', onKey, options);
    return () => {
      abort.abort();
      clearTimeout(timer);
    };
  }, []);
  return tip;
}

/** One layer for the whole page that names whatever carries `data-tip` on hover and on keyboard focus; Esc hides it. */
export default function TooltipLayer() {
  const tip = useTip();
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const element = box.current;
    if (!element || !tip) return;
    element.showPopover();
    place(element, tip.anchor.getBoundingClientRect(), 'above', 'center');
    return () => {
      delete element.dataset['placed'];
      if (element.matches(':popover-open')) element.hidePopover();
    };
  }, [tip]);
  return (
    <div
      ref={box}
      popover="manual"
      aria-hidden="true"
      className="pointer-events-none w-max max-w-72 items-center gap-2 rounded-md bg-note px-2.5 py-1.5 text-xs font-medium text-on-note open:flex"
    >
      {tip?.text}
      {tip?.keys && <Kbd keys={tip.keys} />}
    </div>
  );
}
