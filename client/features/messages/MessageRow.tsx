import { avatarOf } from '#client/features/users/person.ts';
import { fullTime, timeOf } from '#client/lib/dates.ts';
import { useLanguage, wordsHook, type WordsIn } from '#client/lib/i18n.ts';
import { commonWords } from '#client/lib/en.ts';
import { messagesWords } from './en.ts';
import { isolate } from '#client/lib/isolate.ts';
import { lazyOnIdle } from '#client/lib/lazy-parts.ts';
import { openDialog } from '#client/lib/overlays.ts';
import { pinsWords } from '#client/features/pins/en.ts';
import { ReactionBar } from '#client/features/reactions/ReactionBar.tsx';
import { Avatar } from '#client/ui/Avatar.tsx';
import { Timestamp } from '#client/ui/Timestamp.tsx';
import type { Message } from '#shared/messages.ts';
import { memo } from 'react';
import { editHistoryDialog, messageSheet } from './dialogs.ts';
import { Markdown } from './markdown/Markdown.tsx';
import { QuotedMessage } from './QuotedMessage.tsx';
import { SendStatus } from './SendStatus.tsx';
import { callsMe, type RowContext } from './row-context.ts';
import { useRowActive } from './row-active.ts';
import { displayNameOf, keyOf, type DisplayMessage } from './types.ts';

const useT = wordsHook({ common: commonWords, messages: messagesWords, pins: pinsWords });
type Dictionary = WordsIn<{ common: typeof commonWords; messages: typeof messagesWords }>;

const PinMark = lazyOnIdle(() => import('#client/features/pins/PinMark.tsx'));
const MessageToolbar = lazyOnIdle(() => import('./MessageToolbar.tsx'));
const EditMessage = lazyOnIdle(
  () => import('./EditMessage.tsx'),
  ({ message, row }) => <Body message={message} row={row} />,
);

export interface MessageRowProps {
  shown: DisplayMessage;
  /** Goes on from the row above: no picture, no name. */
  grouped: boolean;
  /** Shown because of its address: it lights up once for each number. */
  flashing: number | null;
  /** The one row of the log that Tab reaches. */
  tabbable: boolean;
  editing: boolean;
  pinned: boolean;
  row: RowContext;
}

/** One message with its author, its text, and all that can be done with it. */
export const MessageRow = memo(function MessageRow({
  shown,
  grouped,
  flashing,
  tabbable,
  editing,
  pinned,
  row,
}: MessageRowProps) {
  const t = useT();
  const language = useLanguage();
  const { message, state } = shown;
  const { near, hold, handlers } = useRowActive(
    () => state === 'sent' && openDialog(messageSheet, { message, actor: row.actor }),
  );
  const name = displayNameOf(row.people, message.authorId, t.common.someone);
  const called = callsMe(message, row.me);
  const tone = called ? 'bg-marigold-row shadow-[inset_3px_0_var(--color-marigold)]' : near ? 'bg-hover' : '';
  return (
    <article
      data-row={keyOf(message)}
      tabIndex={tabbable ? 0 : -1}
      aria-label={`${isolate(name)}, ${timeOf(language, message.createdAt)}: ${spoken(message, row, t)}${pinned ? `, ${t.pins.mark}` : ''}`}
      {...handlers}
      className={`relative isolate grid grid-cols-[36px_minmax(0,1fr)] gap-x-3 px-4 pb-0.5 focus-visible:outline-offset-[-2px] sm:px-5 pointer-coarse:select-none ${grouped ? 'pt-0.5' : 'pt-2'} ${tone}`}
    >
      {flashing !== null && <span key={flashing} aria-hidden="true" className="absolute inset-0 -z-10 animate-flash" />}
      <Gutter message={message} name={name} grouped={grouped} near={near} row={row} />
      <div className="min-w-0">
        {message.replyTo && <QuotedMessage quote={message.replyTo} row={row} />}
        {!grouped && <AuthorLine message={message} name={name} called={called} row={row} />}
        {editing ? <EditMessage message={message} row={row} /> : <Body message={message} row={row} />}
        {message.reactions.length > 0 && (
          <ReactionBar reactions={message.reactions} row={row} message={message} onOpenChange={hold} />
        )}
        {state !== 'sent' && <SendStatus shown={shown} handlers={row.handlers} />}
      </div>
      {pinned && <PinMark />}
      {near && !editing && state === 'sent' && message.recalledAt === null && (
        <MessageToolbar message={message} actor={row.actor} onOpenChange={hold} />
      )}
    </article>
  );
});

/** What a screen reader says of a row that gets the focus. */
const spoken = (message: Message, row: RowContext, t: Dictionary): string =>
  message.recalledAt === null ? message.text.slice(0, 300) : tombstone(message, row, t);

/** What stays of a recalled message. */
function tombstone({ authorId, recalledBy }: Message, { me, people }: RowContext, t: Dictionary): string {
  const { messages, common } = t;
  if (recalledBy === null || recalledBy === authorId) return authorId === me ? messages.recalledOwn : messages.recalled;
  return recalledBy === me
    ? messages.removedByMe
    : messages.removedBy(displayNameOf(people, recalledBy, common.someone));
}

interface PartProps {
  message: Message;
  name: string;
  row: RowContext;
}

function Gutter({ message, name, grouped, near, row }: PartProps & { grouped: boolean; near: boolean }) {
  const language = useLanguage();
  const { createdAt, authorId } = message;
  if (grouped) {
    return near ? (
      <Timestamp
        at={createdAt}
        short={timeOf(language, createdAt)}
        full={fullTime(language, createdAt)}
        className="self-start pt-[3px] text-right text-[0.6875rem]"
      />
    ) : (
      <span />
    );
  }
  const author = row.people.get(authorId);
  return (
    <button
      type="button"
      tabIndex={-1}
      aria-hidden="true"
      onClick={(event) => row.handlers.onOpenProfile(authorId, event.currentTarget)}
      className={`self-start rounded-[30%] ${message.replyTo ? 'mt-6.5' : 'mt-0.5'}`}
    >
      <Avatar {...(author ? avatarOf(author) : { name, seed: authorId })} size={36} />
    </button>
  );
}

function AuthorLine({ message, name, called, row }: PartProps & { called: boolean }) {
  const t = useT();
  const language = useLanguage();
  return (
    <p className="flex items-baseline gap-2 leading-5.5">
      <button
        type="button"
        onClick={(event) => row.handlers.onOpenProfile(message.authorId, event.currentTarget)}
        className="min-w-0 truncate text-left font-bold hover:underline"
      >
        <bdi>{name}</bdi>
      </button>
      <Timestamp
        at={message.createdAt}
        short={timeOf(language, message.createdAt)}
        full={fullTime(language, message.createdAt)}
      />
      {called && <span className="sr-only">{t.messages.mentionsYou}</span>}
    </p>
  );
}

function Body({ message, row }: { message: Message; row: RowContext }) {
  const t = useT();
  const language = useLanguage();
  if (message.recalledAt !== null) {
    return <p className="text-faint italic">{tombstone(message, row, t)}</p>;
  }
  return (
    <div className="text-base text-ink">
      <Markdown text={message.text} mentions={message.mentions} context={row.text} />
      {message.editedAt !== null && (
        <button
          type="button"
          onClick={() => openDialog(editHistoryDialog, { message })}
          data-tip={t.messages.editedAt(fullTime(language, message.editedAt))}
          className="text-xs text-faint hover:underline"
        >
          ({t.messages.edited})
        </button>
      )}
    </div>
  );
}
