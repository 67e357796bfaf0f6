export type Side = 'below' | 'above' | 'right';
export type Alignment = 'start' | 'end' | 'center';

const gap = 6;
const margin = 8;

/** Places again whenever the size of `floating` changes; returns how to end it. */
export function keepPlaced(floating: HTMLElement, anchor: Element, side: Side, alignment: Alignment): () => void {
  const observer = new ResizeObserver(() => {
    if ('placed' in floating.dataset) place(floating, anchor.getBoundingClientRect(), side, alignment);
  });
  observer.observe(floating);
  return () => observer.disconnect();
}

/** Puts `floating` beside `anchor` (both in viewport pixels), on the other side where there is no room, always inside the window. */
export function place(floating: HTMLElement, anchor: DOMRect, side: Side, alignment: Alignment): void {
  const { width, height } = floating.getBoundingClientRect();
  const wide = document.documentElement.clientWidth;
  const high = window.visualViewport?.height ?? window.innerHeight;
  const below = anchor.bottom + gap;
  const above = anchor.top - gap - height;
  const vertical =
    side === 'above' ? (above >= margin ? above : below) : below + height <= high - margin ? below : above;
  const aligned = { start: anchor.left, end: anchor.right - width, center: anchor.left + anchor.width / 2 - width / 2 };
  const top = side === 'right' ? anchor.top : vertical;
  const right = anchor.right + gap;
  const beside = right + width <= wide - margin ? right : anchor.left - gap - width;
  const left = side === 'right' ? beside : aligned[alignment];
  floating.style.top = `${Math.max(margin, Math.min(top, high - height - margin))}px`;
  floating.style.left = `${Math.max(margin, Math.min(left, wide - width - margin))}px`;
  floating.dataset['placed'] = '';
}
