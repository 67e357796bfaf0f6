import { wordsHook } from '#client/lib/i18n.ts';
import { messagesWords } from '#client/features/messages/en.ts';
import { lazyPart } from '#client/lib/lazy-parts.ts';
import { Popover, type PopoverTrigger } from '#client/ui/Popover.tsx';
import { Spinner } from '#client/ui/Spinner.tsx';
import type { Side } from '#client/ui/place.ts';
import { Suspense, type ReactNode } from 'react';

const useT = wordsHook({ messages: messagesWords });

const EmojiPicker = lazyPart(() => import('./EmojiPicker.tsx'));

interface EmojiPopoverProps {
  trigger: (props: PopoverTrigger) => ReactNode;
  onPick: (emoji: string) => void;
  onOpenChange?: (open: boolean) => void;
  side?: Side;
}

/** A button's emoji picker; its code and names are loaded when it first opens. */
export function EmojiPopover({ trigger, onPick, onOpenChange, side }: EmojiPopoverProps) {
  const t = useT();
  return (
    <Popover
      label={t.messages.pickEmoji}
      alignment="end"
      {...(side ? { side } : {})}
      {...(onOpenChange ? { onOpenChange } : {})}
      trigger={trigger}
    >
      {(close) => (
        // The size is fixed, so that its place is right before the picker is loaded.
        <div className="h-88 w-84 max-w-full">
          <Suspense
            fallback={
              <div className="grid size-full place-items-center text-faint">
                <Spinner size={20} />
              </div>
            }
          >
            <EmojiPicker
              onPick={(emoji) => {
                close();
                onPick(emoji);
              }}
            />
          </Suspense>
        </div>
      )}
    </Popover>
  );
}
