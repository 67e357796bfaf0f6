import { createTRPCClient, TRPCClientError, type TRPCLink } from '@trpc/client';
import { isTrackedEnvelope } from '@trpc/server';
import { observable } from '@trpc/server/observable';
import { vi } from 'vitest';
import type { StreamEvent } from '#shared/events.ts';
import type { HistoryPage } from '#shared/messages.ts';
import type { AnySnapshot, Api } from '#client/lib/snapshots.ts';
import type { AppRouter } from '#client/lib/trpc.ts';
import type { Person, TestApp } from './test-app.ts';

/** A cached answer that somebody looks at. */
interface Loader {
  snapshot: AnySnapshot;
  queryKey: readonly unknown[];
  load: () => Promise<unknown>;
}

/** One tab without its screen: the real cache and the real dispatcher, fed by the real stream. */
export class HeadlessClient {
  readonly events: StreamEvent[] = [];
  /** The kinds of those that changed something cached. */
  readonly changing = new Set<string>();
  readonly #api: Api;
  readonly #loaders = new Map<string, Loader>();
  #lastEventId: string | null = null;
  #line: AbortController | null = null;
  #wake: (() => void)[] = [];

  private constructor(
    private readonly app: TestApp,
    readonly person: Person,
    private readonly parts: Awaited<ReturnType<typeof freshModules>>,
    private readonly dispatcher: { receive(events: readonly StreamEvent[]): void },
  ) {
    this.#api = clientOf(person.api);
  }

  /** Opens it as after a log-in: the boot snapshots first, then the stream from the oldest of them. */
  static async open(app: TestApp, person: Person): Promise<HeadlessClient> {
    const parts = await freshModules();
    const client = new HeadlessClient(app, person, parts, new parts.EventDispatcher(person.id, parts.features));
    await client.#boot();
    await client.connect();
    return client;
  }

  async #boot(): Promise<void> {
    for (const snapshot of this.#snapshots('person')) this.#look(snapshot, []);
    await this.reload();
    const revs = [...this.#loaders.values()].map(
      ({ queryKey }) => this.parts.queryClient.getQueryData<{ rev: number }>(queryKey)?.rev ?? 0,
    );
    this.#lastEventId ??= String(Math.min(...revs));
  }

  #snapshots(scope: AnySnapshot['scope']): AnySnapshot[] {
    const snapshots = this.parts.features.flatMap((feature) => feature.snapshots ?? []);
    return snapshots.filter((snapshot) => snapshot.scope === scope);
  }

  /** Looks at a room, as a person does: all that is cached of it, and of its long lists the end. */
  async show(roomId: string): Promise<void> {
    for (const snapshot of this.#snapshots('room')) this.#look(snapshot, [roomId]);
    await this.reload();
  }

  #look(snapshot: AnySnapshot, args: string[]): void {
    const { name, end } = snapshot;
    const queryKey = end === undefined ? [name, ...args] : [name, ...args, end];
    const load = async () => {
      if (end === undefined) return snapshot.load(this.#api, ...args);
      return { pages: [await snapshot.load(this.#api, ...args, end)], pageParams: [end] };
    };
    this.#loaders.set(JSON.stringify(queryKey), { snapshot, queryKey, load });
  }

  /** Reads whatever is missing or known to be wrong; rooms one is no longer in are forgotten. */
  async reload(): Promise<void> {
    for (const [name, { queryKey, load }] of this.#loaders) {
      try {
        await this.parts.queryClient.fetchQuery({ queryKey, queryFn: load, retry: false });
      } catch {
        this.#loaders.delete(name);
      }
    }
  }

  get online(): boolean {
    return this.#line !== null;
  }

  async connect(): Promise<void> {
    if (this.#line) return;
    const line = new AbortController();
    this.#line = line;
    const api = this.app.visit(this.person.token, {}, line.signal);
    void this.#read(await api.sync.stream({ lastEventId: this.#lastEventId }), line);
  }

  drop(): void {
    this.#line?.abort();
    this.#line = null;
  }

  async #read(stream: AsyncIterable<unknown>, line: AbortController): Promise<void> {
    for await (const envelope of stream) {
      if (line.signal.aborted) return;
      if (!isTrackedEnvelope<StreamEvent>(envelope)) throw new Error('an event is not tracked');
      const [id, event] = envelope;
      this.#lastEventId = id;
      this.events.push(event);
      const before = this.#cached();
      this.dispatcher.receive([event]);
      if (this.#cached().some((data, index) => data !== before[index])) this.changing.add(event.kind);
      for (const wake of this.#wake.splice(0)) wake();
    }
  }

  #cached(): unknown[] {
    return [...this.#loaders.values()].map(({ queryKey }) => this.parts.queryClient.getQueryData(queryKey));
  }

  async waitFor(fits: (event: StreamEvent) => boolean): Promise<void> {
    while (!this.events.some(fits)) await new Promise<void>((resolve) => this.#wake.push(resolve));
  }

  kinds(): Set<string> {
    return new Set(this.events.map(({ kind }) => kind));
  }

  /** How far each member of a room has read, as the cache has it. */
  marks(roomId: string): number[] | undefined {
    const { queryKey } = this.parts.membersSnapshot.query(roomId);
    return this.parts.queryClient.getQueryData(queryKey)?.members.map(({ lastReadRev }) => lastReadRev);
  }

  /** What the cache holds and what the server says now, side by side; equal when all is well. */
  async compare(): Promise<{ cached: Record<string, unknown>; truth: Record<string, unknown> }> {
    await this.reload();
    const cached: Record<string, unknown> = {};
    const truth: Record<string, unknown> = {};
    for (const [name, loader] of this.#loaders) {
      const data: unknown = this.parts.queryClient.getQueryData(loader.queryKey);
      const own = comparable(loader.snapshot.name, data, this.person.id);
      cached[name] = own;
      truth[name] = comparable(loader.snapshot.name, await this.#truth(loader, own), this.person.id);
    }
    return { cached, truth };
  }

  /** What a fresh page reads; of a long list as much as is cached. */
  async #truth({ snapshot, queryKey, load }: Loader, cached: unknown): Promise<unknown> {
    if (snapshot.end === undefined) return load();
    const [first] = Array.isArray(cached) ? (cached as { rev: number }[]) : [];
    const pages: HistoryPage[] = [];
    for (let cursor: unknown = snapshot.end; cursor !== null; cursor = pages[0]?.older ?? null) {
      pages.unshift((await snapshot.load(this.#api, queryKey[1], cursor)) as HistoryPage);
      if ((pages[0]?.messages[0]?.rev ?? 0) <= (first?.rev ?? 0)) break;
    }
    const messages = pages.flatMap((page) => page.messages).filter(({ rev }) => rev >= (first?.rev ?? 0));
    return { pages: [{ messages }] };
  }
}

/** Hints may be missed, so what they say does not count: when somebody was last seen, how far the others have read. */
const withoutHints: Record<string, (item: { id: string; userId: string }, meId: string) => unknown> = {
  users: (user) => ({ ...user, lastSeenAt: null }),
  members: (member, meId) => (member.userId === meId ? member : { ...member, lastReadRev: null }),
};

/** A snapshot without its rev, its lists in an order that both sides have. */
function comparable(name: string, data: unknown, meId: string): unknown {
  const { rev: _rev, pages, ...rest }: { rev?: number; pages?: HistoryPage[] } = Object(data);
  if (pages) return pages.flatMap((page) => page.messages);
  const strip = withoutHints[name];
  const list: unknown = strip ? Reflect.get(rest, name) : null;
  if (!strip || !Array.isArray(list)) return rest;
  const items = list.map((item: Parameters<typeof strip>[0]) => strip(item, meId));
  return name === 'users' ? items.sort(byId) : items;
}

const byId = (a: unknown, b: unknown): number => (Reflect.get(Object(a), 'id') < Reflect.get(Object(b), 'id') ? -1 : 1);

async function answer(call: unknown, input: unknown): Promise<unknown> {
  if (typeof call !== 'function') throw new Error('there is no such procedure');
  return Reflect.apply(call, null, [input]) as unknown;
}

/** The client of the page, over a caller of the server instead of HTTP. */
function clientOf(api: object): Api {
  const link: TRPCLink<AppRouter> = () => {
    return ({ op }) =>
      observable((observer) => {
        const call: unknown = op.path.split('.').reduce<unknown>((at, part) => Reflect.get(Object(at), part), api);
        void answer(call, op.input).then(
          (data) => (observer.next({ result: { data } }), observer.complete()),
          (reason: Error) => observer.error(TRPCClientError.from(reason)),
        );
      });
  };
  return createTRPCClient<AppRouter>({ links: [link] });
}

/** The page's modules hold one cache for each tab; every page gets modules of its own. */
async function freshModules() {
  vi.resetModules();
  vi.stubGlobal('addEventListener', () => undefined);
  const { EventDispatcher } = await import('#client/lib/event-dispatcher.ts');
  const { features } = await import('#client/app/features.ts');
  const { queryClient } = await import('#client/lib/trpc.ts');
  const { membersSnapshot } = await import('#client/features/rooms/snapshot.ts');
  return { EventDispatcher, features, queryClient, membersSnapshot };
}
