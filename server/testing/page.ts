import { isTrackedEnvelope } from '@trpc/server';
import { vi } from 'vitest';
import type { StreamEvent } from '#shared/events.ts';
import type { Message } from '#shared/messages.ts';
import type { HistoryWindow } from '#client/features/messages/history.ts';
import type { Person, World } from './world.ts';

type Key = readonly unknown[];
interface Loader {
  key: Key;
  load: () => Promise<unknown>;
  /** What the cache holds, and what the server says now, made comparable. */
  cached: (data: unknown) => unknown;
  truth: (cached: unknown) => Promise<unknown>;
}

/** One tab without its screen: the real cache and the real receiver, fed by the real stream. */
export class Page {
  readonly heard: StreamEvent[] = [];
  readonly #loaders = new Map<string, Loader>();
  #lastEventId: string | null = null;
  #line: AbortController | null = null;
  #wake: (() => void)[] = [];

  private constructor(
    private readonly world: World,
    readonly person: Person,
    private readonly parts: Awaited<ReturnType<typeof freshModules>>,
    private readonly receiver: { receive(events: readonly StreamEvent[]): void },
  ) {}

  /** Opens it as after a log-in: the boot snapshots first, then the stream from the oldest of them. */
  static async open(world: World, person: Person): Promise<Page> {
    const parts = await freshModules();
    const page = new Page(world, person, parts, new parts.Receiver(person.id, () => undefined));
    await page.#boot();
    await page.connect();
    return page;
  }

  async #boot(): Promise<void> {
    const { api } = this.person;
    const { queries } = this.parts;
    const plain = (key: Key, load: () => Promise<unknown>, comparable: (data: unknown) => unknown) =>
      this.#know({ key, load, cached: comparable, truth: async () => comparable(await load()) });
    const rest = (data: unknown) => ({ ...Object(data), rev: 0 });
    plain(queries.roomsQuery.queryKey, () => api.rooms.list(), rest);
    plain(queries.workspaceQuery.queryKey, () => api.workspace.get(), rest);
    plain(queries.mentionsQuery.queryKey, () => api.mentions.list(), rest);
    plain(queries.usersQuery.queryKey, () => api.users.list(), usersOf);
    await this.reload();
    const revs = [...this.#loaders.values()].map(
      ({ key }) => this.parts.queryClient.getQueryData<{ rev: number }>(key)?.rev ?? 0,
    );
    this.#lastEventId ??= String(Math.min(...revs));
  }

  /** Looks at a room, as a person does: its people and the end of its history. */
  async show(roomId: string): Promise<void> {
    const { api } = this.person;
    const { queries, historyQuery } = this.parts;
    const members = () => api.rooms.members({ roomId });
    const people = (data: unknown) => membersOf(data, this.person.id);
    this.#know({
      key: queries.membersQuery(roomId).queryKey,
      load: members,
      cached: people,
      truth: async () => people(await members()),
    });
    this.#know({
      key: historyQuery(roomId, { at: 'end' }).queryKey,
      load: async () => ({ pages: [await api.messages.history({ roomId })], pageParams: [{ at: 'end' }] }),
      cached: messagesOf,
      truth: async (cached) => {
        const { messages } = await api.messages.history({ roomId, limit: 100 });
        const first = messagesOf(cached)[0]?.rev ?? 0;
        return messages.filter(({ rev }) => rev >= first);
      },
    });
    await this.reload();
  }

  #know(loader: Loader): void {
    this.#loaders.set(JSON.stringify(loader.key), loader);
  }

  /** Reads whatever is missing or known to be wrong; rooms one is no longer in are forgotten. */
  async reload(): Promise<void> {
    for (const [name, { key, load }] of this.#loaders) {
      try {
        await this.parts.queryClient.fetchQuery({ queryKey: [...key], queryFn: load, retry: false });
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
    const api = this.world.visit(this.person.token, {}, line.signal);
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
      this.heard.push(event);
      this.receiver.receive([event]);
      for (const wake of this.#wake.splice(0)) wake();
    }
  }

  async hears(fits: (event: StreamEvent) => boolean): Promise<void> {
    while (!this.heard.some(fits)) await new Promise<void>((resolve) => this.#wake.push(resolve));
  }

  kinds(): Set<string> {
    return new Set(this.heard.map(({ kind }) => kind));
  }

  /** How far each member of a room has read, as the cache has it. */
  marks(roomId: string): number[] | undefined {
    const { queryKey } = this.parts.queries.membersQuery(roomId);
    return this.parts.queryClient.getQueryData(queryKey)?.members.map(({ lastReadRev }) => lastReadRev);
  }

  /** What the cache holds and what the server says now, side by side; equal when all is well. */
  async compare(): Promise<{ cached: Record<string, unknown>; truth: Record<string, unknown> }> {
    await this.reload();
    const cached: Record<string, unknown> = {};
    const truth: Record<string, unknown> = {};
    for (const [name, loader] of this.#loaders) {
      const data: unknown = this.parts.queryClient.getQueryData(loader.key);
      cached[name] = loader.cached(data);
      truth[name] = await loader.truth(data);
    }
    return { cached, truth };
  }
}

/** A hint tells when somebody was last seen, so it may be missed. */
function usersOf(data: unknown): unknown {
  const { users }: { users: { id: string }[] } = Object(data);
  return users.map((user) => ({ ...user, lastSeenAt: null })).toSorted((a, b) => (a.id < b.id ? -1 : 1));
}

/** Hints tell how far the others have read, so they may be missed. */
function membersOf(data: unknown, meId: string): unknown {
  const { members }: { members: { userId: string }[] } = Object(data);
  return members.map((member) => (member.userId === meId ? member : { ...member, lastReadRev: null }));
}

function messagesOf(data: unknown): Message[] {
  const { pages }: HistoryWindow = Object(data);
  return pages.flatMap((page) => page.messages);
}

/** The page's modules hold one cache for each tab; every page gets modules of its own. */
async function freshModules() {
  vi.resetModules();
  const { Receiver } = await import('#client/app/receiver.ts');
  const { queryClient } = await import('#client/lib/trpc.ts');
  const queries = await import('#client/lib/queries.ts');
  const { historyQuery } = await import('#client/features/messages/history.ts');
  return { Receiver, queryClient, queries, historyQuery };
}
