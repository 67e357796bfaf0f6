import { fullTime } from '#client/lib/dates.ts';
import { useLanguage, wordsHook } from '#client/lib/i18n.ts';
import { commonWords } from '#client/lib/en.ts';
import { messagesWords } from './en.ts';
import { closeDialog } from '#client/lib/overlays.ts';
import { orErrorText } from '#client/lib/problem.ts';
import { client } from '#client/lib/trpc.ts';
import { useLoaded } from '#client/lib/use-loaded.ts';
import { Dialog } from '#client/ui/Dialog.tsx';
import { ErrorState } from '#client/ui/ErrorState.tsx';
import { SkeletonRows } from '#client/ui/Skeleton.tsx';
import type { Message, MessageVersion } from '#shared/messages.ts';
import { paragraph } from './markdown/paragraph.ts';

const useT = wordsHook({ common: commonWords, messages: messagesWords });

/** Every text a message has had, the newest first. */
export default function EditHistoryDialog({ message }: { message: Message }) {
  const t = useT();
  const { loaded, failed, retry } = useLoaded(
    () => orErrorText(client.messages.versions.query({ messageId: message.id })),
    `${message.id} ${message.editedAt}`,
  );
  return (
    <Dialog title={t.messages.history} closeLabel={t.common.close} onClose={closeDialog}>
      {failed && <ErrorState title={t.common.loadFailed} hint={failed} retryLabel={t.common.retry} onRetry={retry} />}
      {!loaded && !failed && <SkeletonRows rows={2} label={t.common.loading} />}
      {loaded && <Versions message={message} earlier={loaded} />}
    </Dialog>
  );
}

function Versions({ message, earlier }: { message: Message; earlier: readonly MessageVersion[] }) {
  const t = useT();
  const language = useLanguage();
  const now: MessageVersion = { text: message.text, at: message.editedAt ?? message.createdAt };
  const versions = [now, ...earlier.toSorted((a, b) => b.at - a.at)];
  return (
    <ol className="flex flex-col gap-3">
      {versions.map((version, index) => {
        const label =
          index === 0 ? t.messages.historyCurrent : index === versions.length - 1 ? t.messages.historyOriginal : null;
        return (
          <li key={index} className="rounded-md border border-line bg-well px-3 py-2">
            <p className="flex flex-wrap gap-x-2 text-xs text-faint">
              {label && <strong className="font-semibold text-soft">{label}</strong>}
              <time dateTime={new Date(version.at).toISOString()}>{fullTime(language, version.at)}</time>
            </p>
            <p dir="auto" className={`mt-1 ${paragraph}`}>
              {version.text}
            </p>
          </li>
        );
      })}
    </ol>
  );
}
