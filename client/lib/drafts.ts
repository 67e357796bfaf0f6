import { create } from 'zustand';
import type { MentionInput, Quote } from '#shared/messages.ts';
import { readJson, readStored, store } from './storage.ts';
import { storedMap } from './stored-map.ts';

/** What is being written in a room, and what it answers. */
export interface RoomDraft {
  text: string;
  mentions: MentionInput[];
  replyTo: Quote | null;
}
/** What a message is being changed to. */
export interface KeptEdit {
  roomId: string;
  text: string;
  mentions: MentionInput[];
}

export const emptyRoomDraft: RoomDraft = { text: '', mentions: [], replyTo: null };

const isText = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && 'text' in value && 'mentions' in value;
const isDraft = (value: unknown): value is RoomDraft => isText(value) && 'replyTo' in value;
const isEdit = (value: unknown): value is KeptEdit => isText(value) && 'roomId' in value;

const draftPrefix = 'parley.draft.';
const formerKey = 'parley.drafts';

/** Earlier versions kept all drafts under one key. */
function moveFormer(): void {
  for (const [name, draft] of Object.entries(readJson(formerKey) ?? {})) {
    const key = draftPrefix + name;
    if (isDraft(draft) && readStored(key) === null) store(key, JSON.stringify(draft));
  }
  store(formerKey, null);
}
moveFormer();

/** How often a draft was changed from outside its composer, which then reads it again. */
const useForeignChanges = create<Readonly<Record<string, number>>>(() => ({}));
const noteForeignChange = (name: string): void =>
  useForeignChanges.setState((before) => ({ [name]: (before[name] ?? 0) + 1 }));
const drafts = storedMap(draftPrefix, isDraft, noteForeignChange);
const edits = storedMap('parley.edit.', isEdit);

/** By person, so that people who share a browser do not read each other's. */
const keyOf = (userId: string, id: string) => `${userId}/${id}`;

/** Survives switching rooms, reloading and logging out. */
export const saveDraft = (userId: string, roomId: string, draft: RoomDraft): void =>
  drafts.save(keyOf(userId, roomId), draft.text === '' && draft.replyTo === null ? null : draft);

/** Saves a draft from outside its composer. */
export function replaceDraft(userId: string, roomId: string, draft: RoomDraft): void {
  saveDraft(userId, roomId, draft);
  noteForeignChange(keyOf(userId, roomId));
}

export const draftOf = (userId: string, roomId: string): RoomDraft =>
  drafts.use.getState()[keyOf(userId, roomId)] ?? emptyRoomDraft;

export const useDraft = (userId: string, roomId: string): RoomDraft =>
  drafts.use((state) => state[keyOf(userId, roomId)] ?? emptyRoomDraft);

export const useForeignDraft = (userId: string, roomId: string): number =>
  useForeignChanges((state) => state[keyOf(userId, roomId)] ?? 0);

/** Whether something is being written in a room. */
export const useHasDraft = (userId: string): ((roomId: string) => boolean) => {
  const all = drafts.use();
  return (roomId) => (all[keyOf(userId, roomId)]?.text ?? '').trim() !== '';
};

/** Survives switching rooms and reloading. */
export const saveEdit = (userId: string, messageId: string, edit: KeptEdit): void =>
  edits.save(keyOf(userId, messageId), edit);
export const forgetEdit = (userId: string, messageId: string): void => edits.save(keyOf(userId, messageId), null);
export const editOf = (userId: string, messageId: string): KeptEdit | null =>
  edits.use.getState()[keyOf(userId, messageId)] ?? null;

/** A message in a room whose change is under way: neither saved nor given up. */
export function editedIn(userId: string, roomId: string): string | null {
  const own = Object.entries(edits.use.getState()).filter(
    ([name, edit]) => edit.roomId === roomId && name.startsWith(keyOf(userId, '')),
  );
  return own.at(-1)?.[0].slice(keyOf(userId, '').length) ?? null;
}
