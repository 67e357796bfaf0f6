import { useQuery } from '@tanstack/react-query';
import type { AnySnapshot } from '#client/lib/snapshots.ts';
import { client } from '#client/lib/trpc.ts';
import { useFeatures } from '#client/lib/use-features.ts';

function Watch({ snapshot, roomId }: { snapshot: AnySnapshot; roomId: string }) {
  useQuery({ queryKey: [snapshot.name, roomId], queryFn: () => snapshot.load(client, roomId) });
  return null;
}

/** Keeps what the features know of the open room in the cache, for their actions. */
export function RoomSnapshots({ roomId }: { roomId: string }) {
  const { roomSnapshots } = useFeatures();
  return roomSnapshots.map((snapshot) => <Watch key={snapshot.name} snapshot={snapshot} roomId={roomId} />);
}
