import { wordsHook } from '#client/lib/i18n.ts';
import { messagesWords } from '#client/features/messages/en.ts';

const useT = wordsHook({ messages: messagesWords });

/** Who is writing; its height is always there, so that nothing moves when it comes and goes. */
export function TypingLine({ names }: { names: readonly string[] }) {
  const t = useT();
  return (
    <div role="status" className="flex h-6 items-center gap-2 px-4 text-xs text-faint sm:px-6">
      {names.length > 0 && (
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
          <span className="min-w-0 truncate">{t.messages.typing(names)}</span>
        </>
      )}
    </div>
  );
}
