interface BadgeProps {
  count: number;
  /** `mention` calls for attention; `unread` only counts. */
  kind?: 'unread' | 'mention';
  /** What the number means, for screen readers. */
  label: string;
}

/** How many wait; nothing when none does. */
export function Badge({ count, kind = 'unread', label }: BadgeProps) {
  if (count <= 0) return null;
  const tone = kind === 'mention' ? 'bg-coral text-on-coral' : 'bg-press text-ink';
  return (
    <span
      className={`inline-grid h-5 min-w-5 shrink-0 place-items-center rounded-full px-1.5 text-xs leading-none font-bold tabular-nums ${tone}`}
    >
      <span aria-hidden="true">{count > 99 ? '99+' : count}</span>
      <span className="sr-only">{label}</span>
    </span>
  );
}
