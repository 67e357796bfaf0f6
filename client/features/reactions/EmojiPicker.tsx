import { useLanguage, wordsHook } from '#client/lib/i18n.ts';
import { emojiWords } from './en.ts';
import { use, useDeferredValue, useEffect, useRef, useState, type KeyboardEvent } from 'react';
import { emojiGroups, findEmoji, type Emoji, type EmojiGroups } from './emoji/emoji.ts';
import { noteEmoji, recentEmoji } from './emoji/recent.ts';

const useT = wordsHook({ emoji: emojiWords });

const columns = 8;
const mostFound = 80;

interface Section {
  label: string;
  emoji: readonly Emoji[];
}

/** What the picker shows: the recent ones and every group, or what a search finds. */
function useSections(groups: EmojiGroups, search: string): Section[] {
  const t = useT();
  const [recent] = useState(recentEmoji);
  if (search.trim() !== '') return [{ label: t.emoji.found, emoji: findEmoji(groups, search, mostFound) }];
  const all = groups.flat();
  const known = recent.flatMap((emoji) => all.find((one) => one.emoji === emoji) ?? []);
  const sections = groups.map((emoji, index) => ({ label: t.emoji.groups[index] ?? '', emoji }));
  return known.length > 0 ? [{ label: t.emoji.recent, emoji: known }, ...sections] : sections;
}

/** Arrow keys walk the grid; from its first row up they lead back to the search. */
function walk(event: KeyboardEvent<HTMLDivElement>): void {
  const steps: Record<string, number> = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -columns, ArrowDown: columns };
  const step = steps[event.key];
  const inSearch = event.target instanceof HTMLInputElement;
  if (step === undefined || (inSearch && event.key !== 'ArrowDown')) return;
  event.preventDefault();
  event.stopPropagation();
  const buttons = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-emoji]')];
  const at = buttons.findIndex((button) => button === document.activeElement);
  const target = inSearch ? 0 : at + step;
  const next = target < 0 ? event.currentTarget.querySelector('input') : buttons[Math.min(target, buttons.length - 1)];
  next?.focus();
}

/** Every emoji, found by its name in the page's language and in English. */
export default function EmojiPicker({ onPick }: { onPick: (emoji: string) => void }) {
  const t = useT();
  const language = useLanguage();
  const groups = use(emojiGroups(language));
  const [search, setSearch] = useState('');
  const sections = useSections(groups, useDeferredValue(search));
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.focus({ preventScroll: true }), []);
  const pick = (emoji: string) => {
    noteEmoji(emoji);
    onPick(emoji);
  };
  const first = sections[0]?.emoji[0];
  return (
    <div className="flex h-full flex-col" onKeyDown={walk}>
      <div className="border-b border-line p-2">
        <input
          ref={field}
          type="search"
          value={search}
          onChange={(event) => setSearch(event.target.value)}
          onKeyDown={(event) => event.key === 'Enter' && !event.nativeEvent.isComposing && first && pick(first.emoji)}
          aria-label={t.emoji.search}
          placeholder={t.emoji.search}
          className="field h-9 px-3"
        />
      </div>
      <div className="min-h-0 flex-1 overflow-y-auto px-2 pb-2">
        {first ? (
          sections.map((section, index) => (
            <EmojiSection key={section.label} section={section} first={index === 0} onPick={pick} />
          ))
        ) : (
          <p role="status" className="px-2 py-6 text-center text-faint">
            {t.emoji.none}
          </p>
        )}
      </div>
    </div>
  );
}

interface EmojiSectionProps {
  section: Section;
  /** Its first emoji is where Tab enters the grid. */
  first: boolean;
  onPick: (emoji: string) => void;
}

function EmojiSection({ section, first, onPick }: EmojiSectionProps) {
  const rows = Math.ceil(section.emoji.length / columns);
  return (
    <section
      aria-label={section.label}
      style={{ contentVisibility: 'auto', containIntrinsicSize: `auto ${rows * 38 + 28}px` }}
    >
      <p aria-hidden="true" className="px-1 pt-2 pb-1 text-xs font-semibold text-faint">
        {section.label}
      </p>
      <div className="grid grid-cols-8">
        {section.emoji.map(({ emoji, label, shortcodes }, index) => (
          <button
            key={emoji}
            type="button"
            data-emoji=""
            tabIndex={first && index === 0 ? 0 : -1}
            aria-label={label}
            title={`${label} :${shortcodes[0]}:`}
            onClick={() => onPick(emoji)}
            className="grid h-9.5 place-items-center rounded-md text-xl leading-none hover:bg-hover focus-visible:bg-hover focus-visible:outline-offset-[-2px]"
          >
            {emoji}
          </button>
        ))}
      </div>
    </section>
  );
}
