import { useLanguage, wordsHook } from '#client/lib/i18n.ts';
import { composerWords } from './en.ts';
import { numberOf } from '#client/lib/dates.ts';
import { limits } from '#shared/limits.ts';

const useT = wordsHook({ composer: composerWords });

const shownFrom = 400;

export const isTooLong = (text: string): boolean => text.trimEnd().length > limits.messageLength;

/** How much room is left, once it gets tight; too much is said in words. */
export function LengthNote({ id, text }: { id: string; text: string }) {
  const t = useT();
  const language = useLanguage();
  const left = limits.messageLength - text.trimEnd().length;
  return (
    <span
      id={id}
      role="status"
      className={`text-xs tabular-nums ${left < 0 ? 'font-semibold text-coral-ink' : 'text-faint'}`}
    >
      {left < 0 && t.composer.tooLong(-left)}
      {left >= 0 && left <= shownFrom && (
        <span aria-label={t.composer.remaining(left)}>{numberOf(language, left)}</span>
      )}
    </span>
  );
}
