import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { pinsSnapshot } from './snapshot.ts';

/** Ids of the pinned messages of a room; none until they are loaded, which the open room sees to. */
export function usePinnedIds(roomId: string): ReadonlySet<string> {
  const { data } = useQuery({ ...pinsSnapshot.query(roomId), enabled: false });
  return useMemo(() => new Set(data?.pins.map(({ messageId }) => messageId)), [data]);
}
