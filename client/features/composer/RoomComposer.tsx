import { may, type RoomActor } from '#shared/permissions.ts';
import type { RoomSummary } from '#shared/rooms.ts';
import { Composer } from './Composer.tsx';
import type { MentionCandidates } from './draft.ts';
import { sendSignal } from '#client/features/signals/use-signals.ts';
import { useUsers } from '#client/features/users/use-people.ts';
import { saveDraft, useDraft } from '#client/lib/drafts.ts';
import { wordsHook } from '#client/lib/i18n.ts';
import { commonWords } from '#client/lib/en.ts';
import { usePreferences } from '#client/lib/preferences.ts';
import { usePhone } from '#client/ui/use-media.ts';
import { headingOf, isNoteToSelf } from '#client/features/rooms/room-view.ts';
import { useSession } from '#client/lib/session.ts';

const useT = wordsHook({ common: commonWords });

interface RoomComposerProps {
  room: RoomSummary;
  actor: RoomActor;
  candidates: MentionCandidates;
  onEditLast: () => void;
  /** Something was sent: the timeline scrolls to it. */
  onSent: () => void;
}

/** Where one writes in a room; the draft and what it answers are kept on this device. */
export function RoomComposer({ room, actor, candidates, onEditLast, onSent }: RoomComposerProps) {
  const t = useT();
  const { meId, outbox } = useSession();
  const people = useUsers();
  const { enterSends } = usePreferences();
  const wide = !usePhone();
  const draft = useDraft(meId, room.id);
  const { replyTo } = draft;
  const noteToSelf = isNoteToSelf(room, meId);
  return (
    <Composer
      roomName={headingOf(room, people, meId)}
      noteToSelf={noteToSelf}
      candidates={candidates}
      initialDraft={draft}
      onDraftChange={({ text, mentions }) => saveDraft(meId, room.id, { text, mentions: [...mentions], replyTo })}
      onSend={({ text, mentions, confirmed }) => {
        saveDraft(meId, room.id, { text: '', mentions: [], replyTo: null });
        outbox.send({ roomId: room.id, text, mentions: [...mentions], confirmed, replyTo });
        onSent();
      }}
      onTyping={(typing) => !noteToSelf && sendSignal(room.id, 'typing', typing)}
      replyTo={
        replyTo && {
          messageId: replyTo.messageId,
          authorName: people.get(replyTo.authorId)?.displayName ?? t.common.someone,
          text: replyTo.text,
        }
      }
      onCancelReply={() => saveDraft(meId, room.id, { ...draft, replyTo: null })}
      onEditLast={onEditLast}
      blocked={may(actor, 'post') ? null : { reason: 'archived' }}
      enterSends={enterSends}
      autoFocus={wide}
    />
  );
}
