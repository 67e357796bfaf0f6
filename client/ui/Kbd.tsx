/** A key or several, `Ctrl K`: one cap for each word. */
export function Kbd({ keys }: { keys: string }) {
  return (
    <kbd className="inline-flex gap-1 font-sans">
      {keys.split(' ').map((key) => (
        <span
          key={key}
          className="inline-grid h-5 min-w-5 place-items-center rounded-sm border border-line bg-well px-1 text-xs font-medium text-soft"
        >
          {key}
        </span>
      ))}
    </kbd>
  );
}
