import { useEffect, useEffectEvent, useRef } from 'react';
import type { TimelineScroll } from './timeline-scroll.ts';
import type { MessageListProps, DisplayMessage } from './types.ts';

/** More is asked for so many pixels before it is needed. */
const ahead = 1_500;
/** The same page is asked for again only after so long: an error must not become a storm. */
const againMs = 3_000;

interface Asked {
  id: string | undefined;
  at: number;
}

function mayAsk(asked: { current: Asked }, edge: DisplayMessage | undefined): boolean {
  const id = edge?.message.id;
  const now = Date.now();
  if (asked.current.id === id && now - asked.current.at < againMs) return false;
  asked.current = { id, at: now };
  return true;
}

/** Asks for older and newer messages as the reader nears an end of what is loaded; call the result on scrolling. */
export function useTimelinePaging({ scroller }: TimelineScroll, props: MessageListProps): () => void {
  const { messages, hasOlder, hasNewer, loadingOlder, loadingNewer, onLoadOlder, onLoadNewer } = props;
  const older = useRef<Asked>({ id: undefined, at: 0 });
  const newer = useRef<Asked>({ id: undefined, at: 0 });
  const check = () => {
    const { current } = scroller;
    if (!current || messages.length === 0) return;
    const below = current.scrollHeight - current.scrollTop - current.clientHeight;
    if (hasOlder && !loadingOlder && current.scrollTop < ahead && mayAsk(older, messages[0])) onLoadOlder();
    if (hasNewer && !loadingNewer && below < ahead && mayAsk(newer, messages.at(-1))) onLoadNewer();
  };
  const checkNow = useEffectEvent(check);
  useEffect(() => {
    checkNow();
    // A page that could not be loaded is asked for again without another scroll.
    const timer = setTimeout(checkNow, againMs + 50);
    return () => clearTimeout(timer);
  }, [messages, hasOlder, hasNewer, loadingOlder, loadingNewer]);
  return check;
}
