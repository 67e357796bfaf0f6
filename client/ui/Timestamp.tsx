interface TimestampProps {
  /** Ms since 1970. */
  at: number;
  /** As shown: `14:05`. */
  short: string;
  /** As shown on hover: day, date and time. */
  full: string;
  className?: string;
}

/** A time with its full date on hover. */
export function Timestamp({ at, short, full, className = '' }: TimestampProps) {
  return (
    <time
      dateTime={new Date(at).toISOString()}
      data-tip={full}
      className={`text-xs whitespace-nowrap text-faint tabular-nums ${className}`}
    >
      {short}
    </time>
  );
}
