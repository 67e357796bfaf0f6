import { create } from 'zustand';
import type { MentionInput, Quote } from '#shared/messages.ts';

/** What is being written in a room, and what it answers. */
export interface Draft {
  text: string;
  mentions: MentionInput[];
  replyTo: Quote | null;
}

interface DraftsState {
  /** By person and room, so that people who share a browser do not read each other's. */
  drafts: Readonly<Record<string, Draft>>;
}

export const emptyDraft: Draft = { text: '', mentions: [], replyTo: null };

const place = 'parley.drafts';

const isDraft = (value: unknown): value is Draft =>
  typeof value === 'object' && value !== null && 'text' in value && 'mentions' in value && 'replyTo' in value;

/** What earlier visits left; whatever is not a draft, for it may be of another version, is left out. */
function kept(): DraftsState {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(place) ?? '{}');
    if (typeof stored !== 'object' || stored === null) return { drafts: {} };
    const drafts: Record<string, Draft> = {};
    for (const [key, draft] of new Map<string, unknown>(Object.entries(stored)))
      if (isDraft(draft)) drafts[key] = draft;
    return { drafts };
  } catch {
    return { drafts: {} };
  }
}

const useDrafts = create<DraftsState>()(kept);
useDrafts.subscribe(({ drafts }) => {
  try {
    localStorage.setItem(place, JSON.stringify(drafts));
  } catch {
    // Kept for this visit only.
  }
});

const keyOf = (userId: string, roomId: string) => `${userId}/${roomId}`;

/** Survives switching rooms, reloading and logging out. */
export function saveDraft(userId: string, roomId: string, draft: Draft): void {
  const key = keyOf(userId, roomId);
  useDrafts.setState(({ drafts }) => {
    const { [key]: _before, ...others } = drafts;
    return { drafts: draft.text === '' && draft.replyTo === null ? others : { ...others, [key]: draft } };
  });
}

export const draftOf = (userId: string, roomId: string): Draft =>
  useDrafts.getState().drafts[keyOf(userId, roomId)] ?? emptyDraft;

export const useDraft = (userId: string, roomId: string): Draft =>
  useDrafts((state) => state.drafts[keyOf(userId, roomId)] ?? emptyDraft);

/** Whether something is being written in a room. */
export const useHasDraft = (userId: string): ((roomId: string) => boolean) => {
  const drafts = useDrafts((state) => state.drafts);
  return (roomId) => (drafts[keyOf(userId, roomId)]?.text ?? '').trim() !== '';
};
