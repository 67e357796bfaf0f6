import { EmojiPopover } from '#client/features/reactions/EmojiPopover.tsx';
import { wordsHook } from '#client/lib/i18n.ts';
import { composerWords } from './en.ts';
import { IconButton } from '#client/ui/IconButton.tsx';
import { AtSign, Smile } from 'lucide-react';
import type { RefObject } from 'react';
import { FormattingBar } from './FormattingBar.tsx';
import type { TextEditorHandle } from './TextEditorBox.tsx';

const useT = wordsHook({ composer: composerWords });

interface ComposerToolsProps {
  box: RefObject<TextEditorHandle | null>;
  text: string;
  /** On a phone they show when they are asked for. */
  shown: boolean;
}

const needsSpace = (text: string): boolean => /[A-Za-z0-9]$/u.test(text);

/** Formats, emoji and mentions, for those who do not know the keys. */
export default function ComposerTools({ box, text, shown }: ComposerToolsProps) {
  const t = useT();
  return (
    <div
      role="toolbar"
      aria-label={t.composer.formatting}
      className={`min-w-0 items-center gap-px overflow-x-auto px-1 pb-1 max-sm:order-last max-sm:col-span-3 sm:flex ${shown ? 'flex' : 'max-sm:hidden'}`}
    >
      <FormattingBar onFormat={(kind) => box.current?.format(kind)} />
      <span className="mx-1 h-5 w-px shrink-0 bg-line" />
      <EmojiPopover
        side="above"
        onPick={(emoji) => box.current?.insert(emoji)}
        trigger={(trigger) => <IconButton {...trigger} icon={Smile} size="sm" label={t.composer.emoji} />}
      />
      <IconButton
        icon={AtSign}
        size="sm"
        label={t.composer.mention}
        // The text box keeps its focus and its caret.
        onMouseDown={(event) => event.preventDefault()}
        onClick={() => box.current?.insert(needsSpace(text) ? ' @' : '@')}
      />
    </div>
  );
}
