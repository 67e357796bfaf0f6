import type { ReactNode } from 'react';
import { RoomItem } from '#client/features/rooms/RoomItem.tsx';
import type { RoomLine } from '#client/features/rooms/room-view.ts';
import { Skeleton } from '#client/ui/Skeleton.tsx';

interface SidebarSectionProps {
  title: string;
  /** Undefined while loading. */
  rooms: readonly RoomLine[] | undefined;
  add: ReactNode;
  empty: ReactNode;
}

const widths = ['w-24', 'w-36', 'w-28', 'w-20'];

/** A heading, a button to add, and the rooms below. */
export function SidebarSection({ title, rooms, add, empty }: SidebarSectionProps) {
  return (
    <section className="mt-4">
      <div className="flex h-9 items-center justify-between pr-0.5 pl-2.5 md:h-8 md:pl-2">
        <h2 className="text-sm font-semibold text-faint">{title}</h2>
        {add}
      </div>
      {rooms === undefined ? (
        <div aria-hidden="true">
          {widths.map((width) => (
            <div key={width} className="flex h-11 items-center gap-2.5 px-2.5 md:h-8 md:px-2">
              <Skeleton className="size-5" />
              <Skeleton className={`h-3 ${width}`} />
            </div>
          ))}
        </div>
      ) : rooms.length === 0 ? (
        empty
      ) : (
        <ul className="flex flex-col gap-px">
          {rooms.map((room) => (
            <RoomItem key={room.id} room={room} />
          ))}
        </ul>
      )}
    </section>
  );
}
