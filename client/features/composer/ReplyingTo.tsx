import { wordsHook } from '#client/lib/i18n.ts';
import { composerWords } from './en.ts';
import { Icon } from '#client/ui/Icon.tsx';
import { IconButton } from '#client/ui/IconButton.tsx';
import { CornerUpRight, X } from 'lucide-react';

const useT = wordsHook({ composer: composerWords });

/** Which message is answered, above the text box. */
export default function ReplyingTo({ name, text, onCancel }: { name: string; text: string; onCancel: () => void }) {
  const t = useT();
  return (
    <div className="flex items-center gap-2 border-b border-line py-0.5 pr-1 pl-3 text-sm text-soft">
      <Icon of={CornerUpRight} size={15} className="text-faint" />
      <p className="min-w-0 flex-1 truncate">
        <strong className="font-semibold">{t.composer.replyTo(name)}</strong>{' '}
        <span className="text-faint">{text.replace(/\s+/gu, ' ')}</span>
      </p>
      <IconButton icon={X} size="sm" label={t.composer.cancelReply} keys="Esc" onClick={onCancel} />
    </div>
  );
}
