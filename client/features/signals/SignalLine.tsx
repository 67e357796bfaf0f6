import { type Signal, signals } from '#shared/signals.ts';
import { wordsHook } from '#client/lib/i18n.ts';
import { signalsWords } from './en.ts';

const useT = wordsHook({ signals: signalsWords });

/** What others are doing; its height is always there, so that nothing moves when it comes and goes. */
export function SignalLine({ seen }: { seen: readonly { signal: Signal; name: string }[] }) {
  const t = useT();
  const sentences = signals.flatMap((signal) => {
    const names = seen.flatMap((one) => (one.signal === signal ? one.name : []));
    return names.length > 0 ? t.signals[signal](names) : [];
  });
  return (
    <div role="status" className="flex h-6 items-center gap-2 px-4 text-xs text-faint sm:px-6">
      {sentences.length > 0 && (
        <>
          <span aria-hidden="true" className="inline-flex gap-[3px]">
            {[0, 160, 320].map((delay) => (
              <span
                key={delay}
                className="size-[5px] animate-blink rounded-full bg-pine"
                style={{ animationDelay: `${delay}ms` }}
              />
            ))}
          </span>
          <span className="min-w-0 truncate">{sentences.join(' ')}</span>
        </>
      )}
    </div>
  );
}
