import { z } from 'zod';
import type { AuthStatus } from './auth.ts';
import { historyCursor, type HistoryCursor, type HistoryPage } from './messages.ts';
import { roomInput } from './rooms.ts';
import type { RoomSummary } from './rooms.ts';
import type { User } from './users.ts';
import type { Workspace } from './workspace.ts';

/** The room in the address; without `roomId` the one that everybody is in. */
export const bootstrapInput = z.object({
  room: z.object({ ...roomInput.partial().shape, cursor: historyCursor.default({ at: 'end' }) }).optional(),
});

/** What the first screen shows, all of it true at the same `rev`. */
export interface Bootstrap {
  status: AuthStatus;
  /** Null where nobody is signed in. */
  inside: {
    workspace: { rev: number; workspace: Workspace };
    users: { rev: number; users: User[] };
    rooms: { rev: number; rooms: RoomSummary[] };
    /** Null without a room, and for one that the person cannot read. */
    history: { roomId: string; cursor: HistoryCursor; page: HistoryPage } | null;
  } | null;
}
