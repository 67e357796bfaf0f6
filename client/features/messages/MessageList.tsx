import { Announcer } from './Announcer.tsx';
import { dayLabel } from '#client/lib/dates.ts';
import { useLanguage, wordsHook } from '#client/lib/i18n.ts';
import { commonWords } from '#client/lib/en.ts';
import { messagesWords } from './en.ts';
import { lazyOnIdle } from '#client/lib/lazy-parts.ts';
import { DaySeparator, NewDivider } from '#client/ui/Dividers.tsx';
import { nameKey } from '#shared/limits.ts';
import { useCallback, useMemo, useState, type ReactNode } from 'react';
import { timelineRows, type TimelineRow } from './timeline-rows.ts';
import { useActiveRow, useTimelineKeyboard } from './timeline-keyboard.ts';
import { useTimelinePaging } from './timeline-paging.ts';
import { aboveDivider, useJumpToLatest, useTimelinePosition, type Flash } from './timeline-position.ts';
import { useTimelineReading } from './timeline-reading.ts';
import { indexOfKey, useTimelineScroll, type TimelineScroll } from './timeline-scroll.ts';
import { MessageRow } from './MessageRow.tsx';
import type { RowContext } from './row-context.ts';
import { SystemMessage } from './SystemMessage.tsx';
import { keyOf, type MessageListProps, type DisplayMessage } from './types.ts';

const useT = wordsHook({ common: commonWords, messages: messagesWords });

const LoadingMore = lazyOnIdle(() => import('./LoadingMore.tsx'));
const JumpToLatest = lazyOnIdle(async () => ({ default: (await import('./JumpButtons.tsx')).JumpToLatest }));
const JumpToUnread = lazyOnIdle(async () => ({ default: (await import('./JumpButtons.tsx')).JumpToUnread }));

function useTimelineRows({ messages, actor, hasOlder, unreadAfterRev }: MessageListProps): TimelineRow[] {
  const { userId: me } = actor;
  const [heads] = useState(() => new Set<string>());
  return useMemo(
    () => timelineRows(messages, { me, hasOlder, unreadAfterRev, heads }),
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
  const rows = useTimelineRows(props);
  const context = useRowContext(props);
  const active = useActiveRow();
  const editingKey = keyOfEdited(messages, props.editingId);
  const kept = useMemo(() => [active.activeKey, editingKey], [active.activeKey, editingKey]);
  const timeline = useTimelineScroll({ rows, hasNewer, kept, onAtBottomChange: props.onAtBottomChange });
  const flash = useTimelinePosition(rows, timeline, props);
  const toLatest = useJumpToLatest(rows, timeline, props);
  const page = useTimelinePaging(timeline, props);
  const unread = useUnreadAbove(rows, timeline, props.onJumpToUnread);
  useTimelineReading(rows, timeline, props.onReadUpTo);
  const keyboard = useTimelineKeyboard(active, rows, timeline, context.actor);
  const onScroll = () => {
    timeline.note();
    page();
    unread.note();
  };
  const shared = {
    rows,
    context,
    tabbable: active.tabbableOf(rows),
    editingKey,
    flash,
    pinnedIds: props.pinnedIds,
    beginning: props.beginning,
  };
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
        <Rows {...shared} timeline={timeline} />
      </div>
      {loadingOlder && hasOlder && <LoadingMore at="top" label={t.messages.loadingOlder} />}
      {loadingNewer && hasNewer && <LoadingMore at="bottom" label={t.common.loading} />}
      {unread.above && <JumpToUnread onJump={unread.jump} />}
      {(!timeline.atBottom || hasNewer) && <JumpToLatest newCount={props.newCount} onJump={toLatest} />}
      <Announcer messages={messages} me={props.actor.userId} people={props.people} atEnd={!hasNewer} />
    </div>
  );
}

interface RowsProps {
  rows: readonly TimelineRow[];
  timeline: TimelineScroll;
  context: RowContext;
  tabbable: string | null;
  editingKey: string | null;
  flash: Flash | null;
  pinnedIds: ReadonlySet<string>;
  beginning: ReactNode;
}

/** The rows in and around the window; the rest is only their height. */
function Rows({ rows, timeline, ...about }: RowsProps) {
  const { virtualizer } = timeline;
  return (
    <div ref={virtualizer.containerRef} className="relative mt-auto w-full shrink-0">
      {virtualizer.getVirtualItems().map(({ key, index }) => (
        <div key={key} data-index={index} ref={virtualizer.measureElement} className="absolute left-0 w-full">
          {rows[index] && <Row row={rows[index]} {...about} />}
        </div>
      ))}
    </div>
  );
}

function Row({
  row,
  context,
  tabbable,
  editingKey,
  flash,
  pinnedIds,
  beginning,
}: Omit<RowsProps, 'rows' | 'timeline'> & { row: TimelineRow }) {
  const t = useT();
  if (row.kind === 'beginning') return beginning;
  if (row.kind === 'day') return <Day at={row.at} />;
  if (row.kind === 'new') return <NewDivider label={t.messages.newDivider} />;
  const { shown, grouped, key } = row;
  const { message } = shown;
  if (message.notice)
    return (
      <SystemMessage message={message} notice={message.notice} people={context.people} tabbable={key === tabbable} />
    );
  const flashing = flash?.messageId === message.id ? flash.nonce : null;
  return (
    <MessageRow
      shown={shown}
      grouped={grouped}
      flashing={flashing}
      tabbable={key === tabbable}
      editing={key === editingKey}
      pinned={pinnedIds.has(message.id)}
      row={context}
    />
  );
}

function Day({ at }: { at: number }) {
  const language = useLanguage();
  return <DaySeparator label={dayLabel(language, at, Date.now())} />;
}

/** Whether the first unread message is above what one sees and was not seen since the room was opened. */
function useUnreadAbove(
  rows: readonly TimelineRow[],
  { scroller, virtualizer, goTo }: TimelineScroll,
  onJump: (() => void) | null,
) {
  const [isAbove, setIsAbove] = useState(false);
  const [seen, setSeen] = useState(false);
  const index = useMemo(() => indexOfKey(rows, 'new'), [rows]);
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
