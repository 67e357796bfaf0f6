import {
  createTRPCClient,
  createWSClient,
  httpBatchLink,
  httpSubscriptionLink,
  type TRPCClient,
  wsLink,
} from '@trpc/client';
import { EventSource } from 'eventsource';
import pino from 'pino';
import { WebSocket } from 'ws';
import type { StreamEvent } from '#shared/events.ts';
import { limits } from '#shared/limits.ts';
import { type App, createApp } from '#server/app.ts';
import type { AppDeps } from '#server/services.ts';
import { readConfig } from '#server/platform/config.ts';
import type { AppRouter } from '#server/features.ts';
import { Clock } from './clock.ts';
import { EventRecorder } from './event-recorder.ts';
import { type Database, makeDatabase } from './engines.ts';
import { createUser, startDevice } from './people.ts';
import type { Settings } from './test-app.ts';

export type Client = TRPCClient<AppRouter>;
export type Transport = 'websocket' | 'server-sent events';
export const transports: Transport[] = ['websocket', 'server-sent events'];

export interface Visitor {
  id: string;
  sessionId: string;
  token: string;
  api: Client;
}
export type Subscription = EventRecorder & { stop: () => void };

/** The whole server on a port of its own, and stock clients that call it. */
export class TestServer {
  readonly clock = new Clock();
  app!: App;
  port = 0;
  readonly #closers = new Set<() => void>();

  private constructor(
    private readonly database: Database,
    private readonly settings: Settings,
    private readonly deps: Partial<AppDeps>,
  ) {}

  static async open(settings: Settings = {}, deps: Partial<AppDeps> = {}): Promise<TestServer> {
    const server = new TestServer(await makeDatabase('sqlite'), settings, deps);
    await server.start();
    return server;
  }

  get url(): string {
    return `http://127.0.0.1:${this.port}/trpc`;
  }

  async start(): Promise<void> {
    this.app = await createApp({
      config: readConfig({
        NODE_ENV: 'test',
        REGISTRATION: 'open',
        SEND_RATE: '100000',
        CHANGE_RATE: '100000',
        INVITE_RATE: '100000',
        ...this.settings,
      }),
      version: 'v2',
      secret: 's'.repeat(32),
      log: pino({ level: 'silent' }),
      now: this.clock.now,
      openStore: (options) => this.database.open(options),
      presence: { graceMs: 40, batchMs: 5 },
      receiptsMs: 5,
      ...this.deps,
    });
    this.port = await this.app.listen(this.port, '127.0.0.1');
  }

  /** Stops and starts again on the same port and data. */
  async restart(): Promise<void> {
    await this.app.close();
    await this.start();
  }

  async close(): Promise<void> {
    for (const close of this.#closers) close();
    await this.app.close();
    await this.database.remove();
  }

  async visitor(name: string): Promise<Visitor> {
    const { services } = this.app;
    const id = await createUser(services, name);
    const { sessionId, token } = await startDevice(services, id);
    return { id, sessionId, token, api: this.http({ authorization: `Bearer ${token}` }) };
  }

  http(headers: Record<string, string> = {}): Client {
    return createTRPCClient<AppRouter>({
      links: [httpBatchLink({ url: this.url, headers, maxItems: limits.callsPerBatch })],
    });
  }

  /** A client over one WebSocket; `drop` cuts its line, after which it comes back by itself. */
  socket(token: string, params: Record<string, string> = {}) {
    const socket = createWSClient({
      url: this.url.replace('http', 'ws'),
      WebSocket: browserLike,
      connectionParams: { token, ...params },
      retryDelayMs: () => 5,
    });
    const close = () => void socket.close();
    this.#closers.add(close);
    return {
      api: createTRPCClient<AppRouter>({ links: [wsLink({ client: socket })] }),
      drop: () => socket.connection?.ws.close(),
      close,
    };
  }

  /** A client whose streams come as server-sent events. */
  events(token: string): Client {
    const withToken: typeof fetch = (url, init) =>
      fetch(url, { ...init, headers: { ...headersOf(init), authorization: `Bearer ${token}` } });
    const link = httpSubscriptionLink({ url: this.url, EventSource, eventSourceOptions: { fetch: withToken } });
    return createTRPCClient<AppRouter>({ links: [link] });
  }

  /** Opens somebody's stream with a stock client; it has begun when this resolves. */
  async listen(
    transport: Transport,
    token: string,
    input: { lastEventId?: string; tabId?: string } = {},
  ): Promise<Subscription> {
    const socket = transport === 'websocket' ? this.socket(token) : null;
    const recorder = await subscribeTo((socket?.api ?? this.events(token)).sync.stream, input);
    const unsubscribe = recorder.stop;
    const stop = () => {
      unsubscribe();
      socket?.close();
    };
    this.#closers.add(stop);
    return Object.assign(recorder, { stop });
  }
}

interface Subscribable<I> {
  subscribe(
    input: I,
    handlers: {
      onData: (data: { id: string; data: StreamEvent }) => void;
      onError: (reason: unknown) => void;
      onComplete: () => void;
      onStopped: () => void;
    },
  ): { unsubscribe: () => void };
}

/** Keeps what a stream brings; the greeting, or the refusal, has come when it resolves. */
export async function subscribeTo<I>(procedure: Subscribable<I>, input: I): Promise<Subscription> {
  const recorder = new EventRecorder();
  const subscription = procedure.subscribe(input, {
    onData: ({ id, data }) => recorder.record(id, data),
    onError: (reason) => recorder.end(reason),
    onComplete: () => recorder.end(),
    onStopped: () => recorder.end(),
  });
  await recorder.until((heard) => heard.ended || heard.events.length > 0);
  return Object.assign(recorder, { stop: () => subscription.unsubscribe() });
}

const headersOf = (init: RequestInit | undefined): Record<string, string> =>
  Object.fromEntries(new Headers(init?.headers).entries());

/** `ws` has the parts of a browser's WebSocket that the client uses. */
const browserLike = WebSocket as unknown as typeof globalThis.WebSocket;
