import { createElement, lazy, useEffect, useState, type ComponentType, type ReactNode } from 'react';
import { afterFirstScreen, whenIdle } from './idle.ts';
import { part } from './load-part.ts';

type Load<Props extends object> = () => Promise<{ default: ComponentType<Props> }>;

/** A component of a chunk that is loaded when it is first shown; `Suspense` shows its fallback until then. */
export const lazyPart = <Props extends object>(load: Load<Props>) => lazy(part(load));

/**
 * A component of a chunk that is loaded when the page is idle, or when it is first shown, in either case after the first
 * screen is drawn. Unlike `lazyPart` it shows without any delay once it is loaded; `waiting` is shown until then.
 */
export function lazyOnIdle<Props extends object>(
  load: Load<Props>,
  waiting: (props: Props) => ReactNode = () => null,
): ComponentType<Props> {
  let loaded: ComponentType<Props> | null = null;
  const get = part(async () => (loaded = (await load()).default));
  whenIdle(get);
  return function Lazy(props: Props) {
    const [component, setComponent] = useState(() => loaded);
    useEffect(() => {
      if (component) return;
      let current = true;
      afterFirstScreen(() => {
        if (current) void get().then((found) => current && setComponent(() => found));
      });
      return () => {
        current = false;
      };
    }, [component]);
    return createElement(component ?? waiting, props);
  };
}
