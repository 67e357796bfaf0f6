import { useQuery } from '@tanstack/react-query';
import { Pin, PinOff } from 'lucide-react';
import { useLocation } from 'wouter';
import type { Pin as PinnedMessage } from '#shared/pins.ts';
import { displayNameOf } from '#client/features/messages/types.ts';
import { useUsers } from '#client/features/users/use-people.ts';
import { fullTime, relativeTime } from '#client/lib/dates.ts';
import { commonWords } from '#client/lib/en.ts';
import { useLanguage, wordsHook } from '#client/lib/i18n.ts';
import { closeDialog } from '#client/lib/overlays.ts';
import { problemOf } from '#client/lib/problem.ts';
import { messageHref } from '#client/lib/routes.ts';
import { useSession } from '#client/lib/session.ts';
import { client } from '#client/lib/trpc.ts';
import { Dialog } from '#client/ui/Dialog.tsx';
import { EmptyState } from '#client/ui/EmptyState.tsx';
import { ErrorState } from '#client/ui/ErrorState.tsx';
import { IconButton } from '#client/ui/IconButton.tsx';
import { SkeletonRows } from '#client/ui/Skeleton.tsx';
import { pinsWords } from './en.ts';
import { pinsSnapshot } from './snapshot.ts';

const useT = wordsHook({ common: commonWords, pins: pinsWords });

interface PinsDialogProps {
  roomId: string;
  mayUnpin: boolean;
}

/** The pinned messages of a room, the newest pin first; a press leads to the message. */
export default function PinsDialog({ roomId, mayUnpin }: PinsDialogProps) {
  const t = useT();
  const { data, error, refetch } = useQuery(pinsSnapshot.query(roomId));
  return (
    <Dialog title={t.pins.title} closeLabel={t.common.close} onClose={closeDialog} width={520}>
      {error && !data && (
        <ErrorState
          title={t.common.loadFailed}
          hint={problemOf(error).sentence}
          retryLabel={t.common.retry}
          onRetry={() => void refetch()}
        />
      )}
      {!data && !error && <SkeletonRows rows={3} label={t.common.loading} />}
      {data?.pins.length === 0 && <EmptyState icon={Pin} title={t.pins.none} hint={t.pins.noneHint} />}
      <ul className="-mx-2">
        {data?.pins.map((pin) => (
          <PinRow key={pin.messageId} pin={pin} roomId={roomId} mayUnpin={mayUnpin} />
        ))}
      </ul>
    </Dialog>
  );
}

function PinRow({ pin, roomId, mayUnpin }: PinsDialogProps & { pin: PinnedMessage }) {
  const t = useT();
  const language = useLanguage();
  const people = useUsers();
  const { meId, optimistic } = useSession();
  const [, navigate] = useLocation();
  const { messageId, authorId, text, createdAt, pinnedBy, pinnedAt } = pin;
  const nameOf = (userId: string) => displayNameOf(people, userId, t.common.someone);
  const unpin = () =>
    optimistic({ kind: 'pin.removed', roomId, userId: null, messageId, by: meId }, () =>
      client.pins.remove.mutate({ messageId }),
    );
  return (
    <li className="flex items-start gap-1 rounded-md hover:bg-hover">
      <button
        type="button"
        className="min-h-11 min-w-0 flex-1 px-2 py-2 text-left"
        onClick={() => {
          closeDialog();
          navigate(messageHref(roomId, messageId));
        }}
      >
        <span className="flex items-baseline gap-2">
          <bdi className="truncate font-semibold">{nameOf(authorId)}</bdi>
          <span className="shrink-0 text-xs text-faint">{fullTime(language, createdAt)}</span>
        </span>
        <span className="line-clamp-3 [overflow-wrap:anywhere] whitespace-pre-line">{text}</span>
        <span className="text-xs text-faint">
          {t.pins.pinnedBy(nameOf(pinnedBy), relativeTime(language, pinnedAt, Date.now()))}
        </span>
      </button>
      {mayUnpin && <IconButton icon={PinOff} label={t.pins.unpin} onClick={unpin} className="mt-1" />}
    </li>
  );
}
