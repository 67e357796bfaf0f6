import { dayLabel } from '#client/lib/dates.ts';
import { useLanguage, wordsHook } from '#client/lib/i18n.ts';
import { commonWords } from '#client/lib/en.ts';
import { messagesWords } from './en.ts';
import { lazyOnIdle } from '#client/lib/lazy-parts.ts';
import { DaySeparator, NewDivider } from '#client/ui/Dividers.tsx';
import { nameKey } from '#shared/limits.ts';
import { useCallback, useMemo, useState, type ReactNode } from 'react';
import { itemsOf, type Item } from './items.ts';
import { useActiveRow, useTimelineKeyboard } from './timeline-keyboard.ts';
import { useTimelinePaging } from './timeline-paging.ts';
import { aboveDivider, useJumpToLatest, useTimelinePosition, type Flash } from './timeline-position.ts';
import { useTimelineReading } from './timeline-reading.ts';
import { indexOfKey, useTimelineScroll, type TimelineScroll } from './timeline-scroll.ts';
import { loadFormatter } from './markdown/formatter.ts';
import { MessageRow } from './MessageRow.tsx';
import type { RowContext } from './row-context.ts';
import { SystemMessage } from './SystemMessage.tsx';
import { keyOf, type MessageListProps, type DisplayMessage } from './view.ts';

const useT = wordsHook({ common: commonWords, messages: messagesWords });

const Announcer = lazyOnIdle(() => import('./Announcer.tsx'));
const LoadingMore = lazyOnIdle(() => import('./LoadingMore.tsx'));
const JumpToLatest = lazyOnIdle(async () => ({ default: (await import('./JumpButtons.tsx')).JumpToLatest }));
const JumpToUnread = lazyOnIdle(async () => ({ default: (await import('./JumpButtons.tsx')).JumpToUnread }));

// Wanted by nearly every room: on its way while the messages are.
void loadFormatter();

function useItems({ messages, actor, hasOlder, unreadAfterRev }: MessageListProps): Item[] {
  const { userId: me } = actor;
  const [heads] = useState(() => new Set<string>());
  return useMemo(
    () => itemsOf(messages, { me, hasOlder, unreadAfterRev, heads }),
    [messages, me, hasOlder, unreadAfterRev, heads],
  );
}

function useRowContext(props: MessageListProps): RowContext {
  const { actor, people, candidates, enterSends, handlers, onEditingChange } = props;
  return useMemo(() => {
    const { userId: me } = actor;
    const rooms = new Map(candidates.rooms.map((room) => [nameKey(room.name), room]));
    const { onOpenProfile, onOpenRoom } = handlers;
    const text = { me, people, rooms, onOpenProfile, onOpenRoom };
    const reader = { me, actor, enterSends };
    return { ...reader, people, text, candidates, handlers, onEditingChange };
  }, [actor, people, candidates, enterSends, handlers, onEditingChange]);
}

const keyOfEdited = (messages: readonly DisplayMessage[], editingId: string | null): string | null => {
  const edited = editingId === null ? undefined : messages.find(({ message }) => message.id === editingId);
  return edited ? keyOf(edited.message) : null;
};

/** A room's messages: a log that stays where one reads, at its end or anywhere in a hundred thousand. Key it by room. */
export function MessageList(props: MessageListProps) {
  const t = useT();
  const { messages, hasOlder, hasNewer, loadingOlder, loadingNewer } = props;
  const items = useItems(props);
  const row = useRowContext(props);
  const active = useActiveRow();
  const editingKey = keyOfEdited(messages, props.editingId);
  const kept = useMemo(() => [active.activeKey, editingKey], [active.activeKey, editingKey]);
  const timeline = useTimelineScroll({ items, hasNewer, kept, onAtBottomChange: props.onAtBottomChange });
  const flash = useTimelinePosition(items, timeline, props);
  const toLatest = useJumpToLatest(items, timeline, props);
  const page = useTimelinePaging(timeline, props);
  const unread = useUnreadAbove(items, timeline, props.onJumpToUnread);
  useTimelineReading(items, timeline, props.onReadUpTo);
  const keyboard = useTimelineKeyboard(active, items, timeline, row.actor);
  const onScroll = () => {
    timeline.note();
    page();
    unread.note();
  };
  const lines = { items, row, tabbable: active.tabbableOf(items), editingKey, flash, beginning: props.beginning };
  return (
    <div className="relative flex min-h-0 flex-1 flex-col">
      <div
        ref={timeline.scroller}
        role="log"
        aria-live="off"
        aria-label={t.messages.timeline(props.roomName)}
        onScroll={onScroll}
        {...keyboard}
        className="flex min-h-0 flex-1 flex-col overflow-x-hidden overflow-y-auto overscroll-contain [overflow-anchor:none]"
      >
        <Lines {...lines} timeline={timeline} />
      </div>
      {loadingOlder && hasOlder && <LoadingMore at="top" label={t.messages.loadingOlder} />}
      {loadingNewer && hasNewer && <LoadingMore at="bottom" label={t.common.loading} />}
      {unread.above && <JumpToUnread onJump={unread.jump} />}
      {(!timeline.atBottom || hasNewer) && <JumpToLatest newCount={props.newCount} onJump={toLatest} />}
      <Announcer messages={messages} me={props.actor.userId} people={props.people} atEnd={!hasNewer} />
    </div>
  );
}

interface LinesProps {
  items: readonly Item[];
  timeline: TimelineScroll;
  row: RowContext;
  tabbable: string | null;
  editingKey: string | null;
  flash: Flash | null;
  beginning: ReactNode;
}

/** The lines in and around the window; the rest is only their height. */
function Lines({ items, timeline, ...about }: LinesProps) {
  const { virtualizer } = timeline;
  return (
    <div ref={virtualizer.containerRef} className="relative mt-auto w-full shrink-0">
      {virtualizer.getVirtualItems().map(({ key, index }) => (
        <div key={key} data-index={index} ref={virtualizer.measureElement} className="absolute left-0 w-full">
          {items[index] && <Line item={items[index]} {...about} />}
        </div>
      ))}
    </div>
  );
}

function Line({
  item,
  row,
  tabbable,
  editingKey,
  flash,
  beginning,
}: Omit<LinesProps, 'items' | 'timeline'> & { item: Item }) {
  const t = useT();
  if (item.kind === 'beginning') return beginning;
  if (item.kind === 'day') return <Day at={item.at} />;
  if (item.kind === 'new') return <NewDivider label={t.messages.newDivider} />;
  const { shown, grouped, key } = item;
  const { message } = shown;
  if (message.notice)
    return <SystemMessage message={message} notice={message.notice} people={row.people} tabbable={key === tabbable} />;
  const flashing = flash?.messageId === message.id ? flash.nonce : null;
  return (
    <MessageRow
      shown={shown}
      grouped={grouped}
      flashing={flashing}
      tabbable={key === tabbable}
      editing={key === editingKey}
      row={row}
    />
  );
}

function Day({ at }: { at: number }) {
  const language = useLanguage();
  return <DaySeparator label={dayLabel(language, at, Date.now())} />;
}

/** Whether the first unread message is above what one sees and was not seen since the room was opened. */
function useUnreadAbove(
  items: readonly Item[],
  { scroller, virtualizer, goTo }: TimelineScroll,
  onJump: (() => void) | null,
) {
  const [isAbove, setIsAbove] = useState(false);
  const [seen, setSeen] = useState(false);
  const index = useMemo(() => indexOfKey(items, 'new'), [items]);
  const note = useCallback(() => {
    const { current } = scroller;
    const start = index < 0 ? undefined : virtualizer.getOffsetForIndex(index, 'start')?.[0];
    if (!current || start === undefined) return;
    const above = start < current.scrollTop - 1;
    setIsAbove(above);
    if (!above && start < current.scrollTop + current.clientHeight) setSeen(true);
  }, [index, scroller, virtualizer]);
  const jump = () => {
    setSeen(true);
    if (index >= 0) goTo(aboveDivider, 'start');
    else onJump?.();
  };
  return { above: !seen && (index >= 0 ? isAbove : onJump !== null), note, jump };
}
