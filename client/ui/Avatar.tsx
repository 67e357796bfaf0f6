import { useState } from 'react';
import { han, hueOf, initialsOf } from './initials.ts';

export type Presence = 'online' | 'away' | 'offline';

export interface AvatarProps {
  /** What the person is called: its initials stand in where there is no image. */
  name: string;
  /** Something that stays the same when the name changes: it chooses the colour. */
  seed: string;
  src?: string | null;
  /** Pixels. */
  size?: number;
  presence?: Presence | undefined;
}

const dots: Record<Presence, string> = {
  online: 'bg-online',
  away: 'border-2 border-away bg-(--ground)',
  offline: 'border-2 border-edge bg-(--ground)',
};

/** A person's picture, or initials on a colour of their own. The name is beside it, so it is hidden from screen readers. */
export function Avatar({ name, seed, src, size = 36, presence }: AvatarProps) {
  const [broken, setBroken] = useState<string | null>(null);
  // Two letters cannot be read in the smallest ones.
  const initials = size < 26 ? ([...initialsOf(name)].at(han.test(name) ? -1 : 0) ?? '') : initialsOf(name);
  const dot = Math.min(15, Math.max(9, size * 0.28));
  const round = size >= 64 ? 'rounded-xl' : 'rounded-[30%]';
  return (
    <span
      aria-hidden="true"
      className="relative inline-block shrink-0 select-none"
      style={{ width: size, height: size }}
    >
      {src && src !== broken ? (
        <img
          src={src}
          alt=""
          width={size}
          height={size}
          loading="lazy"
          onError={() => setBroken(src)}
          className={`size-full object-cover ${round}`}
        />
      ) : (
        <span
          className={`grid size-full place-items-center font-semibold text-[#fff] ${round}`}
          style={{
            background: `oklch(0.49 0.105 ${hueOf(seed)})`,
            fontSize: size * (initials.length > 1 ? 0.37 : 0.5),
            lineHeight: 1,
          }}
        >
          {initials}
        </span>
      )}
      {presence && (
        <span
          className={`absolute -right-0.5 -bottom-0.5 rounded-full ring-2 ring-(--ground) ${dots[presence]}`}
          style={{ width: dot, height: dot }}
        />
      )}
    </span>
  );
}
