import { LatestCall } from '#client/lib/latest-call.ts';
import { client } from '#client/lib/trpc.ts';

/** The furthest rev read in each room, on its way to the server. */
export const readMarks = new LatestCall<number>({
  call: (roomId, rev) => client.reads.mark.mutate({ roomId, rev }),
  delayMs: 250,
  gapMs: 1_000,
  merge: Math.max,
});
