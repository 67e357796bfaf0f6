/** The grey shape of something that is on its way. */
export function Skeleton({ className = '' }: { className?: string }) {
  return <span aria-hidden="true" className={`block animate-shimmer rounded-md bg-press ${className}`} />;
}

/** Some rows with a picture and two lines, for lists of people, rooms and messages. */
export function SkeletonRows({ rows = 5, label }: { rows?: number; label: string }) {
  const widths = ['w-2/5', 'w-3/5', 'w-1/3', 'w-1/2', 'w-2/3'];
  return (
    <div role="status" aria-label={label} className="flex flex-col gap-5 p-4">
      {Array.from({ length: rows }, (_, row) => (
        <div key={row} className="flex items-start gap-3">
          <Skeleton className="size-9 rounded-[30%]" />
          <div className="flex flex-1 flex-col gap-2 pt-0.5">
            <Skeleton className={`h-3 ${widths[(row + 2) % 5]} max-w-40`} />
            <Skeleton className={`h-3 ${widths[row % 5]}`} />
          </div>
        </div>
      ))}
    </div>
  );
}
