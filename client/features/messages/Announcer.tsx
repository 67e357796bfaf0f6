import { wordsHook } from '#client/lib/i18n.ts';
import { commonWords } from '#client/lib/en.ts';
import { messagesWords } from './en.ts';
import { isolate } from '#client/lib/isolate.ts';
import { useEffect, useRef, useState } from 'react';
import { displayNameOf, type People, type DisplayMessage } from './types.ts';

const useT = wordsHook({ common: commonWords, messages: messagesWords });

interface AnnouncerProps {
  messages: readonly DisplayMessage[];
  me: string;
  people: People;
  /** The end of the history is loaded: only what comes there is new. */
  atEnd: boolean;
}

const mostSpoken = 3;
const mostCharacters = 300;

const newestRev = (messages: readonly DisplayMessage[]): number =>
  messages.findLast(({ state }) => state === 'sent')?.message.rev ?? 0;

/** Announces to a screen reader each new message of others, once. The timeline itself is silent: it draws old rows again all the time. */
export function Announcer({ messages, me, people, atEnd }: AnnouncerProps) {
  const t = useT();
  const [spoken, setSpoken] = useState('');
  const known = useRef({ rev: newestRev(messages), atEnd });
  useEffect(() => {
    const { rev, atEnd: before } = known.current;
    known.current = { rev: Math.max(rev, newestRev(messages)), atEnd };
    if (!atEnd || !before) return;
    const fresh = messages.filter(
      ({ message, state }) => state === 'sent' && message.rev > rev && message.authorId !== me && !message.notice,
    );
    if (fresh.length === 0) return;
    const lines = fresh.map(
      ({ message }) =>
        `${isolate(displayNameOf(people, message.authorId, t.common.someone))}: ${message.text.slice(0, mostCharacters)}`,
    );
    setSpoken(fresh.length > mostSpoken ? t.messages.jumpToNew(fresh.length) : lines.join('\n'));
  }, [messages, me, people, atEnd, t]);
  return (
    <div aria-live="polite" className="sr-only">
      {spoken}
    </div>
  );
}
