import { Avatar, type AvatarProps } from './Avatar.tsx';

interface AvatarStackProps {
  people: readonly (AvatarProps & { id: string })[];
  /** At most this many pictures; the rest is counted. */
  most?: number;
  size?: number;
}

/** Several people, overlapping. */
export function AvatarStack({ people, most = 4, size = 24 }: AvatarStackProps) {
  const shown = people.slice(0, most);
  const rest = people.length - shown.length;
  return (
    <span aria-hidden="true" className="inline-flex shrink-0 items-center">
      {shown.map((person, index) => (
        <span
          key={person.id}
          className="rounded-[32%] ring-2 ring-(--ground)"
          style={{ marginLeft: index === 0 ? 0 : -size * 0.2 }}
        >
          <Avatar {...person} size={size} />
        </span>
      ))}
      {rest > 0 && <span className="ml-1 text-xs font-semibold text-faint">+{rest}</span>}
    </span>
  );
}
