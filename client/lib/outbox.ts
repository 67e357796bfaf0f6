import { nanoid } from 'nanoid';
import { create } from 'zustand';
import type { AppErrorData } from '#shared/errors.ts';
import type { MentionInput, Message, Quote, Sent } from '#shared/messages.ts';
import { backoff, longestWaitMs } from '#shared/backoff.ts';
import { dropEntry, keepEntry, keptEntries, type OutboxEntry } from './outbox-store.ts';
import { answeredWith, isPassing, problemOf } from './problem.ts';
import { isTabAlive, tabId } from './tab.ts';

/** `queued` waits for the connection; `failed` waits for its author; `sent` is stored, but not in what is shown yet. */
export interface PendingMessage extends OutboxEntry {
  state: 'sending' | 'queued' | 'failed' | 'sent';
  error: AppErrorData | null;
  /** The same for a person. */
  sentence: string | null;
  message: Message | null;
}

interface OutboxState {
  pending: readonly PendingMessage[];
}
export const useOutbox = create<OutboxState>(() => ({ pending: [] }));

export interface OutgoingMessage {
  roomId: string;
  text: string;
  mentions: MentionInput[];
  replyTo: Quote | null;
  confirmed: boolean;
}

const retryDelay = { base: 1_000, cap: 30_000 };
/** Storage that does not answer by then, in ms, does not hold up the page. */
const storagePatienceMs = 1_000;

/** Sends messages in order, room by room, again and again until the server has each or refuses it. */
export class Outbox {
  readonly #running = new Set<string>();
  /** Ends the pauses under way. */
  readonly #wakes = new Set<() => void>();
  #closed = false;

  /** `deliver` must be idempotent by `tempId`. */
  constructor(
    private readonly userId: string,
    private readonly deliver: (entry: OutboxEntry) => Promise<Sent>,
  ) {}

  /** Takes up what earlier visits could not send. Resolves early where storage is slow: its entries come in later. */
  async restore(): Promise<void> {
    const patience = new Promise<void>((resolve) => setTimeout(resolve, storagePatienceMs));
    await Promise.race([this.#restore().catch(() => undefined), patience]);
  }

  async #restore(): Promise<void> {
    const known = new Set(useOutbox.getState().pending.map((entry) => entry.tempId));
    for (const entry of await keptEntries(this.userId)) {
      if (known.has(entry.tempId) || (await isTabAlive(entry.tabId)) || this.#closed) continue;
      this.#add({ ...entry, tabId });
    }
  }

  send(outgoing: OutgoingMessage): void {
    this.#add({ ...outgoing, tempId: nanoid(), userId: this.userId, createdAt: Date.now(), tabId });
  }

  /** Tries what waits now: a connection came back, or somebody pressed Retry. */
  wake(): void {
    for (const wake of this.#wakes) wake();
  }

  retry(tempId: string): void {
    const entry = find(tempId);
    if (!entry) return;
    // A large room was asked about: pressing Retry is the answer.
    const confirmed = entry.confirmed || entry.error?.code === 'mention_needs_confirmation';
    if (entry.state === 'failed') change(tempId, { state: 'queued', error: null, sentence: null, confirmed });
    this.wake();
    void this.#run(entry.roomId);
  }

  retryAll(): void {
    for (const entry of useOutbox.getState().pending) if (entry.state === 'failed') this.retry(entry.tempId);
    this.wake();
  }

  /** Gives a message up. Returns what it said, so that it can go back into the composer. */
  discard(tempId: string): PendingMessage | null {
    const entry = find(tempId);
    remove(tempId);
    void dropEntry(tempId);
    return entry ?? null;
  }

  /** The server has a message: by its answer, by the stream, or in what was read. It is shown here until `settle`. */
  confirm(message: Message): void {
    if (message.authorId !== this.userId || !find(message.tempId)) return;
    change(message.tempId, { state: 'sent', error: null, sentence: null, message });
    void dropEntry(message.tempId);
  }

  /** The message is shown as any other: it needs no place here any more. */
  settle(tempId: string): void {
    remove(tempId);
    void dropEntry(tempId);
  }

  /** Stops sending; what is not sent stays kept for the next visit. */
  close(): void {
    this.#closed = true;
    this.wake();
    useOutbox.setState({ pending: [] });
  }

  #add(entry: OutboxEntry): void {
    const state = next(entry.roomId)?.state === 'queued' ? 'queued' : 'sending';
    const added: PendingMessage = { ...entry, state, error: null, sentence: null, message: null };
    // What storage gives late was written before what this visit wrote.
    useOutbox.setState(({ pending }) => ({
      pending: [...pending, added].sort((a, b) => a.createdAt - b.createdAt),
    }));
    void keepEntry(entry);
    void this.#run(entry.roomId);
  }

  async #run(roomId: string): Promise<void> {
    if (this.#running.has(roomId)) return;
    this.#running.add(roomId);
    let attempt = 0;
    for (let entry = next(roomId); entry && !this.#closed; entry = next(roomId)) {
      const wait = await this.#try(entry, attempt);
      attempt = wait === null ? 0 : attempt + 1;
      if (wait !== null) await this.#pause(wait);
    }
    this.#running.delete(roomId);
  }

  /** Null when the entry is done with, else how long to wait before the next try, in ms. */
  async #try(entry: PendingMessage, attempt: number): Promise<number | null> {
    const { tempId } = entry;
    try {
      const { message } = await this.deliver(entry);
      if (message) this.confirm(message);
      else this.settle(tempId); // Stored, and not for its author to read any more.
      return null;
    } catch (reason) {
      // The answer was lost, and the message came by the stream.
      if (find(tempId)?.state === 'sent') return null;
      const error = answeredWith(reason);
      if (error && !isPassing(error)) {
        change(tempId, { state: 'failed', error, sentence: problemOf(reason).sentence });
        return null;
      }
      change(tempId, { state: 'queued', error });
      holdBack(entry.roomId);
      return Math.min(error?.retryAfterMs ?? backoff(attempt, retryDelay), longestWaitMs);
    }
  }

  #pause(ms: number): Promise<void> {
    return new Promise((resolve) => {
      const done = () => {
        clearTimeout(timer);
        this.#wakes.delete(done);
        resolve();
      };
      const timer = setTimeout(done, ms);
      this.#wakes.add(done);
    });
  }
}

const find = (tempId: string): PendingMessage | undefined =>
  useOutbox.getState().pending.find((entry) => entry.tempId === tempId);

const next = (roomId: string): PendingMessage | undefined =>
  useOutbox
    .getState()
    .pending.find((entry) => entry.roomId === roomId && (entry.state === 'sending' || entry.state === 'queued'));

function change(tempId: string, patch: Partial<PendingMessage>): void {
  useOutbox.setState(({ pending }) => ({
    pending: pending.map((entry) => (entry.tempId === tempId ? { ...entry, ...patch } : entry)),
  }));
}

/** Those behind one that waits wait too. */
function holdBack(roomId: string): void {
  useOutbox.setState(({ pending }) => ({
    pending: pending.map((entry) =>
      entry.roomId === roomId && entry.state === 'sending' ? { ...entry, state: 'queued' } : entry,
    ),
  }));
}

function remove(tempId: string): void {
  useOutbox.setState(({ pending }) => ({ pending: pending.filter((entry) => entry.tempId !== tempId) }));
}
