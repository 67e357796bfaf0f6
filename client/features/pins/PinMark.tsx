import { Pin } from 'lucide-react';
import { wordsHook } from '#client/lib/i18n.ts';
import { Icon } from '#client/ui/Icon.tsx';
import { pinsWords } from './en.ts';

const useT = wordsHook({ pins: pinsWords });

/** Beside a pinned message, in the margin of its row. */
export default function PinMark() {
  const t = useT();
  return (
    <span data-tip={t.pins.mark} className="absolute top-2.5 right-1 text-faint">
      <Icon of={Pin} size={12} />
      <span className="sr-only">{t.pins.mark}</span>
    </span>
  );
}
