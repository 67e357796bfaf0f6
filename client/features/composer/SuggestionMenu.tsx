import { avatarOf } from '#client/features/users/person.ts';
import { wordsHook } from '#client/lib/i18n.ts';
import { composerWords } from './en.ts';
import type { Span } from '#client/lib/matching.ts';
import { Avatar } from '#client/ui/Avatar.tsx';
import { Icon } from '#client/ui/Icon.tsx';
import { Listbox, type ListboxOption } from '#client/ui/Listbox.tsx';
import { place } from '#client/ui/place.ts';
import { AtSign, Hash } from 'lucide-react';
import { useLayoutEffect, useRef, type ReactNode, type RefObject } from 'react';
import type { Autocomplete } from './use-autocomplete.ts';
import type { Suggestion } from './suggestion.ts';

const useT = wordsHook({ composer: composerWords });

interface SuggestionMenuProps {
  id: string;
  suggested: Autocomplete;
  /** The box below the menu. */
  anchor: RefObject<HTMLElement | null>;
  onActivate: (index: number) => void;
  onChoose: (index: number) => void;
}

/** The suggestions above the text box, which keeps the focus. */
export default function SuggestionMenu({ id, suggested, anchor, onActivate, onChoose }: SuggestionMenuProps) {
  const t = useT();
  const panel = useRef<HTMLDivElement>(null);
  const { suggestions, active } = suggested;
  useLayoutEffect(() => {
    const element = panel.current;
    const box = anchor.current?.getBoundingClientRect();
    if (!element || !box) return;
    if (!element.matches(':popover-open')) element.showPopover();
    element.style.width = `${Math.min(box.width, 420)}px`;
    place(element, box, 'above', 'start');
  }, [suggestions, anchor]);
  const options = suggestions.map((suggestion): ListboxOption => ({
    key: suggestion.key,
    group: groupOf(suggestion, t.composer),
    content: <SuggestionLine suggestion={suggestion} />,
  }));
  return (
    // The text box keeps the focus whatever is pressed here.
    <div
      ref={panel}
      popover="manual"
      onMouseDown={(event) => event.preventDefault()}
      className="rounded-lg border border-line bg-float shadow-pop"
    >
      <Listbox
        id={id}
        label={t.composer.suggestions}
        options={options}
        activeIndex={active}
        onActivate={onActivate}
        onChoose={onChoose}
        reachable
        className="max-h-[min(320px,45dvh)]"
      />
    </div>
  );
}

type Headings = Record<'suggestPeople' | 'suggestOthers' | 'suggestRooms' | 'suggestEmoji', string>;

function groupOf(suggestion: Suggestion, t: Headings): string {
  if (suggestion.kind === 'room') return t.suggestRooms;
  if (suggestion.kind === 'emoji') return t.suggestEmoji;
  return suggestion.kind === 'wide' || suggestion.member ? t.suggestPeople : t.suggestOthers;
}

function SuggestionLine({ suggestion }: { suggestion: Suggestion }) {
  const t = useT();
  switch (suggestion.kind) {
    case 'person': {
      const { user, spans, label } = suggestion;
      return (
        <Line
          icon={<Avatar {...avatarOf(user)} size={24} />}
          detail={<Matched text={`@${user.name}`} spans={label === 'name' ? shifted(spans) : []} />}
        >
          <Matched text={user.displayName} spans={label === 'displayName' ? spans : []} />
        </Line>
      );
    }
    case 'wide':
      return (
        <Line
          icon={<Disc of={AtSign} />}
          detail={suggestion.who === 'room' ? t.composer.mentionRoom : t.composer.mentionHere}
        >
          @{suggestion.who}
        </Line>
      );
    case 'room':
      return (
        <Line icon={<Disc of={Hash} />}>
          <Matched text={suggestion.name} spans={suggestion.spans} />
        </Line>
      );
    case 'emoji':
      return (
        <Line icon={<span className="grid size-6 place-items-center text-lg leading-none">{suggestion.emoji}</span>}>
          :{suggestion.shortcode}:
        </Line>
      );
  }
}

/** Spans of a name, moved past the `@` before it. */
const shifted = (spans: readonly Span[]): Span[] => spans.map(([start, end]) => [start + 1, end + 1]);

function Line({ icon, children, detail }: { icon: ReactNode; children: ReactNode; detail?: ReactNode }) {
  return (
    <>
      {icon}
      <span className="min-w-0 truncate">{children}</span>
      {detail && <span className="min-w-0 flex-1 truncate text-sm text-faint">{detail}</span>}
    </>
  );
}

function Disc({ of }: { of: typeof AtSign }) {
  return (
    <span className="grid size-6 place-items-center rounded-[30%] bg-press text-soft">
      <Icon of={of} size={14} />
    </span>
  );
}

/** Text with what the search found made bold. */
function Matched({ text, spans }: { text: string; spans: readonly Span[] }) {
  const pieces: ReactNode[] = [];
  let at = 0;
  for (const [start, end] of spans) {
    pieces.push(
      text.slice(at, start),
      <b key={start} className="font-bold">
        {text.slice(start, end)}
      </b>,
    );
    at = end;
  }
  return (
    <bdi>
      {pieces}
      {text.slice(at)}
    </bdi>
  );
}
