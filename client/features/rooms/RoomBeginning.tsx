import { wordsHook } from '#client/lib/i18n.ts';
import { roomsWords } from './en.ts';
import { Avatar } from '#client/ui/Avatar.tsx';
import { Logo } from '#client/ui/Logo.tsx';
import { avatarOf } from '#client/features/users/person.ts';
import type { User } from '#shared/users.ts';

const useT = wordsHook({ rooms: roomsWords });

interface RoomBeginningProps {
  /** As a heading shows it: `#general`, or the people of a direct room. */
  name: string;
  topic: string;
  /** The others of a direct room; empty for other kinds. */
  people: readonly User[];
  noteToSelf: boolean;
}

/** Stands above the first message of a room. */
export function RoomBeginning({ name, topic, people, noteToSelf }: RoomBeginningProps) {
  const t = useT();
  const title = noteToSelf
    ? t.rooms.beginningSelf
    : people.length > 0
      ? t.rooms.beginningDirect(name)
      : t.rooms.beginning(name);
  return (
    <div className="px-5 pt-10 pb-4">
      <div className="mb-3 flex gap-2">
        {people.length === 0 ? (
          <Logo size={44} />
        ) : (
          people.slice(0, 6).map((person) => <Avatar key={person.id} {...avatarOf(person)} size={44} />)
        )}
      </div>
      <h2 className="text-xl font-bold">{title}</h2>
      <p className="mt-1 max-w-prose text-soft">
        <bdi>{topic || t.rooms.beginningHint}</bdi>
      </p>
    </div>
  );
}
