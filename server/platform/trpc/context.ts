import type { Language } from '#shared/error-sentences.ts';
import type { UserRole } from '#shared/users.ts';
import type { Environment } from '#server/platform/config.ts';
import type { Bus } from '#server/platform/bus.ts';
import type { Logger } from '#server/platform/logger.ts';
import type { Db, Store } from '#server/platform/db/store.ts';
import type { Hooks } from '#server/platform/hooks.ts';
import type { JobRunner } from '#server/platform/jobs/runner.ts';
import type { Consumers } from '#server/platform/log/consumers.ts';
import type { LogFollower } from '#server/platform/log/follower.ts';
import type { Rates } from '#server/platform/rates.ts';
import type { Connections } from '#server/platform/realtime/connections.ts';
import type { Ephemeral } from '#server/platform/realtime/ephemeral.ts';
import type { Hub } from '#server/platform/realtime/hub.ts';
import type { Presence } from '#server/platform/realtime/presence.ts';
import type { ReadReceipts } from '#server/platform/realtime/read-receipts.ts';
import type { LiveSocket } from '#server/platform/realtime/live-socket.ts';
import type { Wire } from '#server/platform/realtime/wire/wire.ts';

/** What the whole server shares; made once in `createServices`. */
export interface Services {
  readonly config: Environment;
  readonly version: string;
  readonly secret: string;
  readonly now: () => number;
  readonly log: Logger;
  readonly store: Store;
  readonly hooks: Hooks;
  /** A person's role in the workspace now; null for somebody who is unknown or deactivated. */
  readonly roleOf: (db: Db, userId: string) => Promise<UserRole | null>;
  readonly bus: Bus;
  readonly hub: Hub;
  readonly wire: Wire;
  readonly follower: LogFollower;
  readonly consumers: Consumers<Services>;
  readonly jobs: JobRunner<Services>;
  readonly connections: Connections;
  readonly presence: Presence;
  readonly receipts: ReadReceipts;
  readonly ephemeral: Ephemeral;
  readonly rates: Rates;
}

/** The services of one person, or of one address that nobody has signed in at: whose turn their reads take. */
export const servicesFor = (services: Services, key: string): Services => ({
  ...services,
  store: services.store.readBy(key),
});

/** Who asks: the person behind a valid session. Roles change while a socket is open, so each call reads them again. */
export interface Caller {
  readonly userId: string;
  readonly sessionId: string;
}

/** How a browser's session is set and cleared; absent on a WebSocket. */
export interface CookieJar {
  set(token: string): void;
  clear(): void;
}

/** What a procedure knows of its call; made once for each HTTP request and each WebSocket. */
export interface Context {
  readonly services: Services;
  readonly caller: Caller | null;
  readonly language: Language;
  /** The build of the page that calls; null for clients that do not say. */
  readonly clientVersion: string | null;
  readonly address: string;
  readonly device: string;
  readonly cookies: CookieJar | null;
  readonly writer: LiveSocket | null;
}
