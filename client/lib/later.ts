import { createElement, useEffect, useState, type ComponentType, type ReactNode } from 'react';
import { whenIdle } from './idle.ts';

/**
 * A component of a chunk that is loaded when the page is idle, or when it is first wanted. Unlike `React.lazy` it shows
 * without any delay once it is loaded; `waiting` stands in until then.
 */
export function later<Props extends object>(
  load: () => Promise<{ default: ComponentType<Props> }>,
  waiting: (props: Props) => ReactNode = () => null,
): ComponentType<Props> {
  let loaded: ComponentType<Props> | null = null;
  const get = async () => (loaded ??= (await load()).default);
  // Without a connection it is tried again when it is wanted.
  const tryToGet = () => get().catch(() => null);
  whenIdle(tryToGet);
  return function Later(props: Props) {
    const [part, setPart] = useState(() => loaded);
    useEffect(() => {
      if (part) return;
      let current = true;
      void tryToGet().then((found) => current && setPart(() => found));
      return () => {
        current = false;
      };
    }, [part]);
    return part ? createElement(part, props) : waiting(props);
  };
}
