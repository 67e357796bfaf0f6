import { useQuery } from '@tanstack/react-query';
import type { Message } from '#shared/messages.ts';
import { displayNameOf } from '#client/features/messages/types.ts';
import { openProfile } from '#client/features/users/open-profile.ts';
import { avatarOf } from '#client/features/users/person.ts';
import { useUsers } from '#client/features/users/use-people.ts';
import { wordsHook } from '#client/lib/i18n.ts';
import { commonWords } from '#client/lib/en.ts';
import { messagesWords } from '#client/features/messages/en.ts';
import { membersSnapshot } from '#client/features/rooms/snapshot.ts';
import { closeDialog } from '#client/lib/overlays.ts';
import { orErrorText } from '#client/lib/problem.ts';
import { client } from '#client/lib/trpc.ts';
import { useLoaded } from '#client/lib/use-loaded.ts';
import { Avatar } from '#client/ui/Avatar.tsx';
import { Dialog } from '#client/ui/Dialog.tsx';
import { EmptyState } from '#client/ui/EmptyState.tsx';
import { ErrorState } from '#client/ui/ErrorState.tsx';
import { SkeletonRows } from '#client/ui/Skeleton.tsx';
import { EyeOff } from 'lucide-react';

const useT = wordsHook({ common: commonWords, messages: messagesWords });

async function load(messageId: string): Promise<string[]> {
  const marks = await orErrorText(client.reads.seenBy.query({ messageId }));
  return marks.map((mark) => mark.userId);
}

/** Changes when the hints tell that somebody has read the message, or no longer has. */
function useReaders({ roomId, rev }: Message): string {
  const { data } = useQuery(membersSnapshot.query(roomId));
  const readers = data?.members.filter(({ lastReadRev }) => lastReadRev >= rev).map(({ userId }) => userId);
  return readers?.sort().join(' ') ?? '';
}

/** Whose reading reached a message. */
export default function SeenByDialog({ message }: { message: Message }) {
  const people = useUsers();
  const t = useT();
  const { loaded, failed, retry } = useLoaded(() => load(message.id), message.id, useReaders(message));
  const title = loaded && loaded.length > 0 ? t.messages.seenByCount(loaded.length) : t.messages.seenBy;
  return (
    <Dialog title={title} closeLabel={t.common.close} onClose={closeDialog} width={400}>
      {failed && <ErrorState title={t.common.loadFailed} hint={failed} retryLabel={t.common.retry} onRetry={retry} />}
      {!loaded && !failed && <SkeletonRows rows={3} label={t.common.loading} />}
      {loaded?.length === 0 && <EmptyState icon={EyeOff} title={t.messages.seenByNobody} />}
      {loaded && loaded.length > 0 && (
        <>
          <p className="pb-2 text-sm text-faint">{t.messages.seenByHint}</p>
          <ul className="-mx-2">
            {loaded.map((userId) => {
              const person = people.get(userId);
              const name = displayNameOf(people, userId, t.common.someone);
              return (
                <li key={userId}>
                  <button
                    type="button"
                    onClick={(event) => openProfile(userId, event.currentTarget)}
                    className="flex min-h-11 w-full items-center gap-3 rounded-md px-2 text-left hover:bg-hover"
                  >
                    <Avatar {...(person ? avatarOf(person) : { name, seed: userId })} size={28} />
                    <span className="min-w-0 flex-1 truncate font-medium">{name}</span>
                    {person && <span className="truncate text-sm text-faint">@{person.name}</span>}
                  </button>
                </li>
              );
            })}
          </ul>
        </>
      )}
    </Dialog>
  );
}
