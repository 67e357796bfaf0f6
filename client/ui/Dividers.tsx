/** The day above its first message. */
export function DaySeparator({ label }: { label: string }) {
  return (
    <div role="separator" aria-label={label} className="flex items-center gap-3 px-5 py-3">
      <span className="h-px flex-1 bg-line" />
      <span className="text-xs font-semibold text-soft">{label}</span>
      <span className="h-px flex-1 bg-line" />
    </div>
  );
}

/** The line above the first unread message. */
export function NewDivider({ label }: { label: string }) {
  return (
    <div role="separator" aria-label={label} className="flex items-center gap-2 px-5 py-1.5">
      <span className="h-px flex-1 bg-coral" />
      <span className="rounded-full bg-coral px-2.5 py-0.5 text-xs font-bold text-on-coral">{label}</span>
    </div>
  );
}
