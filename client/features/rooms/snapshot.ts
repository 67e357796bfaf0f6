import { limits } from '#shared/limits.ts';
import { defineQuery, defineSnapshot } from '#client/lib/snapshots.ts';
import { applyReads, applyToMembers } from './apply-to-members.ts';
import { applyToRooms } from './apply-to-rooms.ts';

/** One's rooms, with their counts. */
export const roomsSnapshot = defineSnapshot({
  name: 'rooms',
  scope: 'person',
  boot: true,
  load: (api) => api.rooms.list.query(),
  apply: applyToRooms,
});

/** One room's people. */
export const membersSnapshot = defineSnapshot({
  name: 'members',
  scope: 'room',
  load: (api, roomId: string) => api.rooms.members.query({ roomId }),
  apply: applyToMembers,
  applyHint: applyReads,
  missesHints: ({ members }) => members.length <= limits.receiptMembers,
});

/** A room that one may not be in. */
export const outsideRoom = defineQuery('room', (api, roomId: string) => api.rooms.get.query({ roomId }));
