import { LocalBus } from '#server/platform/bus.ts';
import type { Environment } from '#server/platform/config.ts';
import type { Store, StoreOptions } from '#server/platform/db/store.ts';
import type { SocketBounds } from '#server/platform/http/sockets.ts';
import { type Feature, hooksOf } from '#server/platform/feature.ts';
import { JobRunner } from '#server/platform/jobs/runner.ts';
import { Consumers } from '#server/platform/log/consumers.ts';
import { LogFollower } from '#server/platform/log/follower.ts';
import { pruneLog } from '#server/platform/log/prune-job.ts';
import type { Logger } from '#server/platform/logger.ts';
import { MemoryRates } from '#server/platform/rates.ts';
import { MemoryConnections } from '#server/platform/realtime/connections.ts';
import { Ephemeral } from '#server/platform/realtime/ephemeral.ts';
import { Hub } from '#server/platform/realtime/hub.ts';
import { Wire } from '#server/platform/realtime/wire/wire.ts';
import { MemoryPresence } from '#server/platform/realtime/presence.ts';
import { ReadReceipts } from '#server/platform/realtime/read-receipts.ts';
import type { Services } from '#server/platform/trpc/context.ts';
import { LoopScheduler } from '#server/platform/loop-scheduler.ts';
import { setLastSeen } from '#server/features/presence/commands.ts';
import { freePrivateNames } from '#server/features/rooms/commands.ts';
import { currentRole } from '#server/features/users/queries.ts';
import { features } from '#server/features.ts';

const listed: Feature[] = Object.values(features);

export interface AppDeps {
  config: Environment;
  version: string;
  secret: string;
  log: Logger;
  now: () => number;
  openStore: (options: StoreOptions) => Promise<Store>;
  /** How long presence waits before it calls somebody gone, and gathers changes, in ms. */
  presence?: { graceMs: number; batchMs: number };
  /** How long read marks are gathered before others see them, in ms. */
  receiptsMs?: number;
  sockets?: Partial<SocketBounds>;
}

/** Everything but the ports: services made, nothing listening yet, and nothing running beside the calls. */
export async function createServices(deps: AppDeps): Promise<Services> {
  const { config, version, secret, log, now } = deps;
  const scheduler = new LoopScheduler();
  const report = reporter(log);
  const bus = new LocalBus();
  const follower = new LogFollower({
    publish: (events) => {
      hub.publish(events);
      consumers.wake();
    },
    onUnreadable: (rev) => hub.hint({ kind: 'resync', rev }, null),
    onError: report('the log cannot be read'),
  });
  const store = await deps.openStore({
    now,
    scheduler,
    guarded: config.NODE_ENV !== 'production',
    onCommit: (events) => {
      follower.committed(events);
      const head = events.at(-1)?.rev;
      if (head !== undefined) bus.announce(head);
    },
    onJobs: () => jobs.wake(),
    onError: report('a listener of the log broke'),
    onUnavailable: seldom(now, report('the database cannot be used')),
  });
  bus.onHead((head) => follower.announce(head));
  const { jobs, consumers } = createRunners(store, deps);
  await store.write(freePrivateNames);
  const wire = new Wire(scheduler);
  const hub = new Hub(await follower.start(store), wire.writes);
  bus.onHint((hint, roomId) => hub.hint(hint, roomId));
  const presence = new MemoryPresence(bus, {
    now,
    ...(deps.presence ?? { graceMs: 3_000, batchMs: 150 }),
    onOffline: (userId, at) => {
      store.write((tx) => setLastSeen(tx, userId, at)).catch(report('last seen not stored'));
    },
  });
  const connections = new MemoryConnections(bus);
  const ephemeral = new Ephemeral(bus);
  const receipts = new ReadReceipts(bus, deps.receiptsMs);
  const rates = new MemoryRates(config);
  const hooks = hooksOf(features);
  const own = { hooks, roleOf: currentRole, config, version, secret, log, now, store, rates, bus };
  return { ...own, hub, wire, follower, consumers, jobs, connections, presence, receipts, ephemeral };
}

function createRunners(store: Store, { now, log }: AppDeps) {
  const report = reporter(log);
  const jobs = new JobRunner<Services>({
    store,
    now,
    kinds: [pruneLog, ...listed.flatMap((feature) => feature.jobs ?? [])],
    onFailure: ({ reason, ...failure }) => log.error({ err: reason, ...failure }, 'a job failed'),
    onError: report('jobs cannot be read'),
  });
  const consumers = new Consumers<Services>({
    store,
    now,
    consumers: listed.flatMap((feature) => feature.consumers ?? []),
    onFailure: ({ reason, ...failure }) => log.error({ err: reason, ...failure }, 'a reader of the log failed'),
    onError: report('a reader of the log cannot go on'),
  });
  return { jobs, consumers };
}

const reporter = (log: Logger) => (what: string) => (reason: unknown) => log.error({ err: reason }, what);

/** Begins what runs beside the calls: jobs, durable readers of the log, what features do in every process. */
export async function startBackground(services: Services): Promise<() => void> {
  await services.jobs.start(services);
  await services.consumers.start(services);
  const stops = listed.flatMap(({ background }) => (background ? [background(services)] : []));
  return () => stops.forEach((stop) => stop());
}

/** Ends everything that `createServices` began, what stores something before the store. */
export async function closeServices(services: Services): Promise<void> {
  const { consumers, ephemeral, follower, jobs, presence, receipts, store } = services;
  presence.close();
  receipts.close();
  ephemeral.close();
  await jobs.close();
  await follower.close();
  await consumers.close();
  await store.close();
}

/** The same listener, called at most every ten seconds: on a full disk every call fails. */
function seldom(now: () => number, listener: (reason: unknown) => void): (reason: unknown) => void {
  let quietUntil = 0;
  return (reason) => {
    if (now() < quietUntil) return;
    quietUntil = now() + 10_000;
    listener(reason);
  };
}
