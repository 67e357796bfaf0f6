import pino from 'pino';
import { afterAll, beforeAll } from 'vitest';
import { closeServices, createServices } from '#server/services.ts';
import { callerOf } from '#server/features/sessions/access.ts';
import { type Environment, readConfig } from '#server/platform/config.ts';
import type { Context, Services } from '#server/platform/trpc/context.ts';
import { createCallerFactory } from '#server/platform/trpc/trpc.ts';
import { appRouter } from '#server/features.ts';
import { Clock } from './clock.ts';
import { listenTo, type EventRecorder } from './event-recorder.ts';
import { createUser, startDevice } from './people.ts';
import { type Database, type Engine, makeDatabase } from './engines.ts';

const createCaller = createCallerFactory(appRouter);
export type Api = ReturnType<typeof createCaller>;
export type Settings = Partial<Record<keyof Environment, string>>;

/** What a call brings along besides its session. */
export interface Visit {
  address?: string;
  device?: string;
  /** Filled by answers that set or clear the browser's cookie. */
  cookie?: { token: string | null };
}

/** A signed-in person, and all they can do. */
export interface Person {
  id: string;
  name: string;
  token: string;
  sessionId: string;
  api: Api;
  /** Opens their stream; `hello` has come when it resolves. */
  listen(input?: { lastEventId?: string; tabId?: string }): Promise<Subscription>;
}
export type Subscription = EventRecorder & { stop(): void };

/** The whole server but its ports, on a real migrated database. The first person to come owns the workspace. */
export class TestApp {
  readonly clock = new Clock();
  services!: Services;
  readonly #people = new Map<string, Person>();
  readonly #streams = new Set<AbortController>();

  private constructor(
    readonly engine: Engine,
    private readonly database: Database,
    private readonly settings: Settings,
  ) {}

  static async create(engine: Engine, settings: Settings = {}): Promise<TestApp> {
    return TestApp.over(engine, await makeDatabase(engine), settings);
  }

  /** On a database that may hold something already. */
  static async over(engine: Engine, database: Database, settings: Settings = {}): Promise<TestApp> {
    const app = new TestApp(engine, database, settings);
    await app.start();
    return app;
  }

  async start(): Promise<void> {
    this.services = await createServices({
      config: readConfig({
        NODE_ENV: 'test',
        REGISTRATION: 'open',
        SEND_RATE: '100000',
        CHANGE_RATE: '100000',
        INVITE_RATE: '100000',
        ...this.settings,
      }),
      version: 'test',
      secret: 's'.repeat(32),
      log: pino({ level: 'silent' }),
      now: this.clock.now,
      openStore: (options) => this.database.open(options),
      presence: { graceMs: 40, batchMs: 5 },
      receiptsMs: 5,
    });
  }

  /** Stops the server and keeps the database, as for a restart. */
  async stop(): Promise<void> {
    for (const stream of this.#streams) stream.abort();
    this.#streams.clear();
    await closeServices(this.services);
  }

  async restart(): Promise<void> {
    await this.stop();
    await this.start();
  }

  async close(): Promise<void> {
    await this.stop();
    await this.database.remove();
  }

  /** The person of this name, registered and signed in at the first call. */
  async person(name: string): Promise<Person> {
    const known = this.#people.get(name);
    if (known) return known;
    const person = await this.device(await createUser(this.services, name), name);
    this.#people.set(name, person);
    return person;
  }

  /** Several at once, in the order of their names. */
  async people(...names: string[]): Promise<[Person, Person, Person, ...Person[]]> {
    const found: Person[] = [];
    for (const name of names) found.push(await this.person(name));
    const [one, two = one, three = two, ...more] = found;
    if (!one || !two || !three) throw new Error('name somebody');
    return [one, two, three, ...more];
  }

  /** One more signed-in device of a person. */
  async device(userId: string, name: string): Promise<Person> {
    return this.#signedIn({ id: userId, name, ...(await startDevice(this.services, userId)) });
  }

  /** Somebody who signed in before this application was opened. */
  async visitor(name: string, token: string): Promise<Person> {
    const caller = await callerOf(this.services, token);
    if (!caller) throw new Error(`${name} is not signed in`);
    return this.#signedIn({ id: caller.userId, name, token, sessionId: caller.sessionId });
  }

  #signedIn(person: Pick<Person, 'id' | 'name' | 'token' | 'sessionId'>): Person {
    const { token } = person;
    return { ...person, api: this.visit(token), listen: (input) => this.#listen(token, input) };
  }

  /** Calls with this token, or as nobody; the session is looked up at every call, as over HTTP. */
  visit(token: string | null = null, visit: Visit = {}, signal?: AbortSignal): Api {
    const { cookie } = visit;
    const context = async (): Promise<Context> => ({
      services: this.services,
      caller: await callerOf(this.services, token),
      language: 'en',
      clientVersion: null,
      address: visit.address ?? '127.0.0.1',
      device: visit.device ?? 'Test',
      cookies: cookie ? { set: (value) => (cookie.token = value), clear: () => (cookie.token = null) } : null,
      writer: null,
    });
    return createCaller(context, { signal });
  }

  async #listen(token: string, input: { lastEventId?: string; tabId?: string } = {}): Promise<Subscription> {
    const stream = new AbortController();
    this.#streams.add(stream);
    const recorder = listenTo(await this.visit(token, {}, stream.signal).sync.stream(input));
    await recorder.until((heard) => heard.ended || heard.events.length > 0);
    return Object.assign(recorder, { stop: () => stream.abort() });
  }
}

/** An application for the tests of one `describe`; call the result inside of them. */
export function useTestApp(engine: Engine, settings: Settings = {}): () => TestApp {
  let app: TestApp;
  beforeAll(async () => {
    app = await TestApp.create(engine, settings);
    // PostgreSQL starts in a second, or in half a minute where many things run at once.
  });
  afterAll(() => app.close());
  return () => app;
}
