import type { PresenceMap, PresenceStatus } from '#shared/presence.ts';
import type { Bus } from '#server/platform/bus.ts';

export interface PresenceOptions {
  now: () => number;
  /** How long a person stays online after the last tab is gone, in ms: a reload is not an absence. */
  graceMs: number;
  /** Changes of this many ms are sent together. */
  batchMs: number;
  onOffline: (userId: string, at: number) => void;
}

/** Who is here, counted over the tabs and devices of each person; never stored. What it is asked, it answers at once. */
export interface Presence {
  /** A tab's stream opened; call the result when it closes. */
  open(userId: string, tabId: string): () => void;
  /** A tab says whether its person is at it. Unknown tabs are ignored: their stream is not open. */
  report(userId: string, tabId: string, active: boolean): void;
  statusOf(userId: string): PresenceStatus;
  isOnline(userId: string): boolean;
  /** Everybody who is not offline. */
  all(): PresenceMap;
  /** The same as ids. */
  onlineIds(): ReadonlySet<string>;
  close(): void;
}

interface Tab {
  active: boolean;
}

/** Presence of a server that is one process. */
export class MemoryPresence implements Presence {
  readonly #tabs = new Map<string, Map<string, Tab>>();
  readonly #leaving = new Map<string, NodeJS.Timeout>();
  readonly #told = new Map<string, PresenceStatus>();
  readonly #changed = new Set<string>();
  #timer: NodeJS.Timeout | null = null;
  #closed = false;

  constructor(
    private readonly bus: Bus,
    private readonly options: PresenceOptions,
  ) {}

  open(userId: string, tabId: string): () => void {
    const tabs = this.#tabs.get(userId) ?? new Map<string, Tab>();
    const tab: Tab = { active: tabs.get(tabId)?.active ?? true };
    this.#tabs.set(userId, tabs.set(tabId, tab));
    clearTimeout(this.#leaving.get(userId));
    this.#leaving.delete(userId);
    this.#changedNow(userId);
    return () => {
      // A reconnected tab has put its own entry in place of this one.
      if (tabs.get(tabId) !== tab) return;
      tabs.delete(tabId);
      if (tabs.size > 0) this.#changedNow(userId);
      else if (!this.#closed)
        this.#leaving.set(
          userId,
          setTimeout(() => this.#leave(userId), this.options.graceMs),
        );
    };
  }

  report(userId: string, tabId: string, active: boolean): void {
    const tab = this.#tabs.get(userId)?.get(tabId);
    if (!tab || tab.active === active) return;
    tab.active = active;
    this.#changedNow(userId);
  }

  statusOf(userId: string): PresenceStatus {
    const tabs = this.#tabs.get(userId);
    if (!tabs) return 'offline';
    if (tabs.size === 0) return this.#told.get(userId) ?? 'online';
    return [...tabs.values()].some((tab) => tab.active) ? 'online' : 'away';
  }

  all(): PresenceMap {
    return Object.fromEntries([...this.#tabs.keys()].map((userId) => [userId, this.statusOf(userId)]));
  }

  isOnline(userId: string): boolean {
    return this.#tabs.has(userId);
  }

  onlineIds(): ReadonlySet<string> {
    return new Set(this.#tabs.keys());
  }

  close(): void {
    this.#closed = true;
    if (this.#timer) clearTimeout(this.#timer);
    for (const timer of this.#leaving.values()) clearTimeout(timer);
  }

  #leave(userId: string): void {
    this.#leaving.delete(userId);
    this.#tabs.delete(userId);
    this.options.onOffline(userId, this.options.now());
    this.#changedNow(userId);
  }

  #changedNow(userId: string): void {
    if ((this.#told.get(userId) ?? 'offline') === this.statusOf(userId)) return;
    this.#changed.add(userId);
    this.#timer ??= setTimeout(() => this.#tell(), this.options.batchMs);
  }

  #tell(): void {
    this.#timer = null;
    const users: PresenceMap = {};
    for (const userId of this.#changed) {
      const status = this.statusOf(userId);
      if ((this.#told.get(userId) ?? 'offline') === status) continue;
      users[userId] = status;
      if (status === 'offline') this.#told.delete(userId);
      else this.#told.set(userId, status);
    }
    this.#changed.clear();
    if (Object.keys(users).length > 0) {
      this.bus.hint({ kind: 'presence', users, lastSeenAt: this.options.now() }, null);
    }
  }
}
