import { type InputsOf, nothing, theRoom } from '#server/testing/inputs.ts';
import type { roomsRouter } from './router.ts';

export const inputs: InputsOf<typeof roomsRouter> = {
  list: nothing,
  browse: () => ({ search: 'gen' }),
  get: theRoom,
  members: theRoom,
  create: ({ fresh, outsider }) => ({ kind: 'private', name: fresh, userIds: [outsider.id] }),
  openDirect: ({ outsider }) => ({ userIds: [outsider.id] }),
  join: theRoom,
  leave: theRoom,
  rename: ({ roomId, fresh }) => ({ roomId, name: fresh }),
  setTopic: ({ roomId }) => ({ roomId, topic: 'weather' }),
  archive: theRoom,
  unarchive: theRoom,
  invite: ({ roomId, outsider }) => ({ roomId, userIds: [outsider.id] }),
  removeMember: ({ roomId, colleague }) => ({ roomId, userId: colleague.id }),
};
