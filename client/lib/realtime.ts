import { create } from 'zustand';
import type { ErrorCode } from '#shared/errors.ts';
import type { StreamEvent } from '#shared/events.ts';
import { backoff } from '#shared/backoff.ts';
import { pageVersion, useOutdated } from './page-version.ts';
import { answeredWith, isSignedOut } from './problem.ts';
import { tabId } from './tab.ts';

interface RealtimeState {
  state: 'connecting' | 'live' | 'down';
  /** Since when (ms) the stream is live, or is not. */
  since: number;
  transport: 'websocket' | 'events';
}

/** The state of the page's stream. */
export const useRealtime = create<RealtimeState>(() => ({
  state: 'connecting',
  since: Date.now(),
  transport: 'websocket',
}));

interface StreamOptions {
  /** The rev that the page's snapshots know of. */
  lastRev: number;
  onEvents: (events: StreamEvent[]) => void;
  onSignedOut: () => void;
  transports: Transports;
}

interface StreamHandlers {
  onData: (item: { id: string; data: StreamEvent }) => void;
  onConnectionStateChange: (change: { state: string }) => void;
  onError: (reason: unknown) => void;
  onComplete: () => void;
}
type Subscribe = (
  input: { tabId: string; lastEventId: string | null },
  handlers: StreamHandlers,
) => { unsubscribe: () => void };

/** A way for one stream; `close` ends it for good. */
export interface Transport {
  streams: { sync: { stream: { subscribe: Subscribe } } };
  close: () => void;
}
export interface Transports {
  /** `onRefused` runs when the session has too many sockets. */
  websocket: (retryDelayMs: (attempt: number) => number, onRefused: () => void) => Transport;
  events: () => Promise<Transport>;
}

/** A WebSocket that has not opened by then is taken for blocked. */
const patienceMs = 6_000;
/** How long server-sent events serve before the better transport is tried again. */
const fallbackMs = 5 * 60_000;
/** Events of one burst are applied together. */
const gatherMs = 8;

/** The server cannot go on from the rev that this page knows. */
const refusedPlace: readonly ErrorCode[] = ['invalid_input', 'cursor_unknown'];

const retryDelayMs = (attempt: number): number => backoff(attempt, { base: 500, cap: 15_000 });

/** Keeps the tab's one stream open through drops, blocked WebSockets and server restarts; nothing twice, no gap. */
export class Realtime {
  /** Null where the server refused to go on from what this page knows. */
  #lastId: string | null;
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
    const { transports } = this.options;
    const attempt = this.#attempt;
    const fail = () => attempt === this.#attempt && this.#fail(kind);
    if (kind === 'websocket') return this.#follow(kind, transports.websocket(retryDelayMs, fail));
    this.#timer = setTimeout(fail, patienceMs);
    void transports.events().then((transport) => attempt === this.#attempt && this.#follow(kind, transport));
  }

  #follow(kind: RealtimeState['transport'], transport: Transport): void {
    clearTimeout(this.#timer);
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
    if (isSignedOut(reason)) {
      this.#stop('down');
      return this.options.onSignedOut();
    }
    const answer = answeredWith(reason);
    // From there another try, or the other transport, would be refused as well.
    if (answer && refusedPlace.includes(answer.code)) this.#lastId = null;
    this.#fail(kind, answer ? kind : undefined);
  }

  /** The other transport next, unless this one brought an answer; after a pause that grows. */
  #fail(
    kind: RealtimeState['transport'],
    next = kind === 'websocket' ? ('events' as const) : ('websocket' as const),
  ): void {
    this.#stop('down');
    this.#failures += 1;
    this.#timer = setTimeout(() => this.#open(next), retryDelayMs(this.#failures));
  }

  #take(kind: RealtimeState['transport'], id: string, event: StreamEvent): void {
    if (event.kind === 'hello') this.#onHello(kind, event.version);
    this.#gathered.push(event);
    // A stream from now on says nothing of what was missed.
    if (event.kind === 'hello' && this.#lastId === null) this.#gathered.push({ kind: 'resync', rev: event.rev });
    this.#lastId = id;
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
    useRealtime.setState({ transport: kind });
    useOutdated.setState({ outdated: pageVersion !== '' && version !== pageVersion });
    if (kind === 'events') this.#timer = setTimeout(() => this.#open('websocket'), fallbackMs);
  }

  #show(state: RealtimeState['state']): void {
    const before = useRealtime.getState();
    if (before.state === state) return;
    const turned = (before.state === 'live') !== (state === 'live');
    useRealtime.setState({ state, since: turned ? Date.now() : before.since });
  }
}
