import type { ReactNode } from 'react';
import { usePresence } from '#client/features/presence/presence-store.ts';
import { wordsHook } from '#client/lib/i18n.ts';
import { commonWords } from '#client/lib/en.ts';
import { peopleWords } from './en.ts';
import type { Span } from '#client/lib/matching.ts';
import { Highlight } from '#client/ui/Highlight.tsx';
import type { User } from '#shared/users.ts';
import { PersonAvatar } from './PersonAvatar.tsx';

const useT = wordsHook({ common: commonWords, people: peopleWords });

interface PersonRowProps {
  person: User;
  self?: boolean;
  /** What the search matched in the display name. */
  spans?: readonly Span[];
  /** What it matched in the name. */
  nameSpans?: readonly Span[];
  mark?: ReactNode;
}

/** Picture, display name and name of a person, for lists. */
export function PersonRow({ person, self = false, spans = [], nameSpans = [], mark }: PersonRowProps) {
  const t = useT();
  const { status } = usePresence(person.id);
  return (
    <>
      <PersonAvatar person={person} size={30} />
      <span className="sr-only">{t.people[status]}</span>
      <span className="flex min-w-0 flex-1 items-baseline gap-2">
        <span className="truncate font-medium">
          <Highlight text={person.displayName} spans={spans} />
          {self && <span className="font-normal text-faint"> ({t.common.you})</span>}
        </span>
        {person.name !== person.displayName && (
          <span className="min-w-8 truncate text-sm text-faint">
            @<Highlight text={person.name} spans={nameSpans} />
          </span>
        )}
      </span>
      {mark}
    </>
  );
}
