import { useQuery } from '@tanstack/react-query';
import { type AnySnapshot, readingOf } from '#client/lib/snapshots.ts';
import { useFeatures } from '#client/lib/use-features.ts';

function Watch({ snapshot, roomId }: { snapshot: AnySnapshot; roomId: string }) {
  useQuery(readingOf(snapshot, roomId));
  return null;
}

/** Keeps what the features know of the open room in the cache, for their actions. */
export default function RoomSnapshots({ roomId }: { roomId: string }) {
  const { roomSnapshots } = useFeatures();
  return roomSnapshots.map((snapshot) => <Watch key={snapshot.name} snapshot={snapshot} roomId={roomId} />);
}
