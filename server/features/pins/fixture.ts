import type { StoredEvent } from '#server/testing/fixtures.ts';
import { type InputsOf, theMessage, theRoom } from '#server/testing/inputs.ts';
import { say } from '#server/testing/rooms.ts';
import type { Causes } from '#server/testing/scene.ts';
import type { pins } from './feature.ts';

export const inputs: InputsOf<typeof pins.router> = { list: theRoom, add: theMessage, remove: theMessage };

export const causes: Causes = {
  'pin.added': async ({ ann, bob, roomId, messageId }) => {
    await bob.api.pins.add({ messageId });
    await ann.api.messages.edit({ messageId, text: 'pinned, then edited' });
    const { id } = await say(bob, roomId, 'pinned, then recalled');
    await ann.api.pins.add({ messageId: id });
    await bob.api.messages.recall({ messageId: id });
  },
  'pin.removed': async ({ ann, bob, messageId }) => {
    await ann.api.pins.add({ messageId });
    await bob.api.pins.remove({ messageId });
  },
};

const header = { rev: 7, roomId: 'r', userId: null, at: 1 };
const message = { id: 'm', roomId: 'r', authorId: 'u', tempId: 't', rev: 3, text: 'Lunch at noon', createdAt: 1 };
export const storedEvents: readonly StoredEvent[] = [
  { kind: 'pin.added', ...header, message, by: 'u' },
  { kind: 'pin.removed', ...header, messageId: 'm', by: 'u' },
].map((event) => ({ shape: `0.1.0 ${event.kind}`, row: { ...header, kind: event.kind, data: JSON.stringify(event) } }));
