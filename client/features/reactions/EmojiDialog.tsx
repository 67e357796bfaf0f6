import { wordsHook } from '#client/lib/i18n.ts';
import { commonWords } from '#client/lib/en.ts';
import { messagesWords } from '#client/features/messages/en.ts';
import { Dialog } from '#client/ui/Dialog.tsx';
import EmojiPicker from './EmojiPicker.tsx';

const useT = wordsHook({ common: commonWords, messages: messagesWords });

/** Every emoji, on a sheet of its own: for a phone. */
export default function EmojiDialog({ onPick, onClose }: { onPick: (emoji: string) => void; onClose: () => void }) {
  const t = useT();
  return (
    <Dialog title={t.messages.pickEmoji} closeLabel={t.common.close} onClose={onClose} width={380} bare>
      <div className="h-[min(420px,70dvh)] safe-bottom">
        <EmojiPicker onPick={onPick} />
      </div>
    </Dialog>
  );
}
