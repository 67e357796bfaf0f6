import { create } from 'zustand';
import type { StreamEvent } from '#shared/events.ts';
import { isSignedOut } from './problem.ts';
import { tabId } from './tab.ts';
import { socketTransport } from './transports.ts';
import { pageVersion } from './trpc.ts';

interface RealtimeState {
  state: 'connecting' | 'live' | 'down';
  /** Since when (ms) the stream is live, or is not. */
  since: number;
  transport: 'websocket' | 'events';
  /** The server is of another build than this page. */
  outdated: boolean;
}

/** How the page's stream stands. */
export const useRealtime = create<RealtimeState>(() => ({
  state: 'connecting',
  since: Date.now(),
  transport: 'websocket',
  outdated: false,
}));

interface StreamOptions {
  /** The rev that the page's snapshots know of. */
  lastRev: number;
  onEvents: (events: StreamEvent[]) => void;
  onSignedOut: () => void;
}

type Transport = ReturnType<typeof socketTransport>;

/** Loaded where it is needed: most networks let a WebSocket through. */
const loadEvents = () => import('./events-transport.ts');

/** A WebSocket that has not opened by then is taken for blocked. */
const patienceMs = 6_000;
/** How long server-sent events serve before the better transport is tried again. */
const fallbackMs = 5 * 60_000;
/** Events of one burst are applied together. */
const gatherMs = 8;

/** 0.5 s, 1 s, 2 s … up to 15 s, each up to a half shorter, so that not everybody comes back at once. */
const retryDelayMs = (attempt: number): number => Math.min(500 * 2 ** attempt, 15_000) * (1 - Math.random() / 2);

/** Keeps the tab's one stream open through drops, blocked WebSockets and server restarts; nothing twice, no gap. */
export class Realtime {
  #lastId: string;
  #transport: Transport | null = null;
  #subscription: { unsubscribe: () => void } | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #failures = 0;
  #attempt = 0;
  #gathered: StreamEvent[] = [];
  #gathering = false;
  readonly #abort = new AbortController();

  constructor(private readonly options: StreamOptions) {
    this.#lastId = String(options.lastRev);
    const { signal } = this.#abort;
    addEventListener('online', () => this.reconnect(), { signal });
    addEventListener('offline', () => this.#stop('down'), { signal });
    addEventListener('visibilitychange', () => this.#onVisible(), { signal });
    this.#open('websocket');
  }

  /** Tries again now. */
  reconnect(): void {
    this.#failures = 0;
    this.#open('websocket');
  }

  close(): void {
    this.#abort.abort();
    this.#stop('down');
  }

  #onVisible(): void {
    if (document.visibilityState === 'visible' && useRealtime.getState().state === 'down') this.reconnect();
  }

  #stop(state: RealtimeState['state']): void {
    clearTimeout(this.#timer);
    this.#attempt += 1;
    const [subscription, transport] = [this.#subscription, this.#transport];
    // First forgotten, so that what ending it reports is not taken for a failure.
    this.#subscription = null;
    this.#transport = null;
    subscription?.unsubscribe();
    transport?.close();
    this.#show(state);
  }

  #open(kind: RealtimeState['transport']): void {
    const wasLive = useRealtime.getState().state === 'live';
    this.#stop(wasLive ? 'connecting' : useRealtime.getState().state);
    const attempt = this.#attempt;
    if (kind === 'websocket') {
      return this.#follow(
        kind,
        socketTransport(retryDelayMs, () => attempt === this.#attempt && this.#fail(kind)),
      );
    }
    loadEvents().then(
      ({ eventsTransport }) => attempt === this.#attempt && this.#follow(kind, eventsTransport()),
      () => attempt === this.#attempt && this.#fail(kind),
    );
  }

  #follow(kind: RealtimeState['transport'], transport: Transport): void {
    this.#transport = transport;
    const current = (): boolean => this.#transport === transport;
    this.#timer = setTimeout(() => current() && this.#fail(kind), patienceMs);
    this.#subscription = transport.streams.sync.stream.subscribe(
      { tabId, lastEventId: this.#lastId },
      {
        onData: ({ id, data }) => current() && this.#take(kind, id, data),
        onConnectionStateChange: ({ state }) => {
          if (current() && state === 'connecting' && useRealtime.getState().state === 'live') this.#show('connecting');
        },
        onError: (reason) => current() && this.#onError(kind, reason),
        onComplete: () => current() && this.#fail(kind),
      },
    );
  }

  #onError(kind: RealtimeState['transport'], reason: unknown): void {
    if (!isSignedOut(reason)) return this.#fail(kind);
    this.#stop('down');
    this.options.onSignedOut();
  }

  /** The other transport next, after a pause that grows. */
  #fail(kind: RealtimeState['transport']): void {
    this.#stop('down');
    this.#failures += 1;
    const next = kind === 'websocket' ? 'events' : 'websocket';
    this.#timer = setTimeout(() => this.#open(next), retryDelayMs(this.#failures));
  }

  #take(kind: RealtimeState['transport'], id: string, event: StreamEvent): void {
    if (event.kind === 'hello') this.#onHello(kind, event.version);
    this.#lastId = id;
    this.#gathered.push(event);
    if (this.#gathering) return;
    this.#gathering = true;
    setTimeout(() => {
      const events = this.#gathered;
      this.#gathered = [];
      this.#gathering = false;
      if (!this.#abort.signal.aborted) this.options.onEvents(events);
    }, gatherMs);
  }

  #onHello(kind: RealtimeState['transport'], version: string): void {
    clearTimeout(this.#timer);
    this.#failures = 0;
    this.#show('live');
    useRealtime.setState({ transport: kind, outdated: pageVersion !== '' && version !== pageVersion });
    if (kind === 'events') this.#timer = setTimeout(() => this.#open('websocket'), fallbackMs);
  }

  #show(state: RealtimeState['state']): void {
    const before = useRealtime.getState();
    if (before.state === state) return;
    const turned = (before.state === 'live') !== (state === 'live');
    useRealtime.setState({ state, since: turned ? Date.now() : before.since });
  }
}
