interface HighlightProps {
  text: string;
  /** `[start, end)` in UTF-16 code units, in order. */
  spans: readonly (readonly [number, number])[];
}

/** A text with the parts that were searched for made strong; its direction ends with it. */
export function Highlight({ text, spans }: HighlightProps) {
  const ends = [0, ...spans.map((span) => span[1])];
  return (
    <bdi>
      {spans.map(([start, end], index) => (
        <span key={start}>
          {text.slice(ends[index], start)}
          <mark className="rounded-[3px] bg-marigold-wash text-marigold-ink">{text.slice(start, end)}</mark>
        </span>
      ))}
      {text.slice(ends.at(-1))}
    </bdi>
  );
}
