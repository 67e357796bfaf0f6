import { wordsHook } from '#client/lib/i18n.ts';
import { composerWords } from './en.ts';
import { IconButton } from '#client/ui/IconButton.tsx';
import { Bold, Code, Italic, Link, List, ListOrdered, Quote, Strikethrough, type LucideIcon } from 'lucide-react';
import type { Format } from './formatting.ts';

const useT = wordsHook({ composer: composerWords });

const formats: readonly { kind: Format; icon: LucideIcon; keys?: string }[] = [
  { kind: 'bold', icon: Bold, keys: 'Ctrl B' },
  { kind: 'italic', icon: Italic, keys: 'Ctrl I' },
  { kind: 'strike', icon: Strikethrough, keys: 'Ctrl Shift X' },
  { kind: 'code', icon: Code, keys: 'Ctrl Shift C' },
  { kind: 'link', icon: Link },
  { kind: 'bulletList', icon: List },
  { kind: 'numberedList', icon: ListOrdered },
  { kind: 'quote', icon: Quote },
];

/** Buttons that put Markdown around the selection. */
export function FormattingBar({ onFormat }: { onFormat: (kind: Format) => void }) {
  const t = useT();
  return formats.map(({ kind, icon, keys }) => (
    <IconButton
      key={kind}
      icon={icon}
      size="sm"
      label={t.composer[kind]}
      {...(keys ? { keys } : {})}
      // The text box keeps its focus and its selection.
      onMouseDown={(event) => event.preventDefault()}
      onClick={() => onFormat(kind)}
    />
  ));
}
