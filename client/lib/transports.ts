import { createWSClient, wsLink } from '@trpc/client';
import { closeCodes } from '#shared/errors.ts';
import { part } from './load-part.ts';
import { pageVersion } from './page-version.ts';
import type { Transport, Transports } from './realtime.ts';
import { apiPath, type AppRouter, clientOver } from './trpc.ts';

/** How long a server may take to answer a good-bye, in ms. */
const goodByeMs = 1_000;

/**
 * A WebSocket that is closed at once when asked. A dead connection answers no close frame either, and the browser's own
 * waits a minute for it, in which the page would think that it is connected.
 */
const promptSocket = () =>
  class extends WebSocket {
    #told = false;

    constructor(url: string | URL, protocols?: string | string[]) {
      super(url, protocols);
      this.addEventListener('close', (event) => {
        if (this.#told) event.stopImmediatePropagation();
        this.#told = true;
      });
    }

    override close(code?: number, reason?: string): void {
      super.close(code, reason);
      setTimeout(() => !this.#told && this.dispatchEvent(new CloseEvent('close', { code: 1006 })), goodByeMs);
    }
  };

/**
 * A client for one stream over a WebSocket, which the page's calls use too while it is open; `close` ends both for good. `onRefused` runs when the session has
 * too many sockets: the client itself would come back at once, because the socket did open.
 */
function socketTransport(retryDelayMs: (attempt: number) => number, onRefused: () => void): Transport {
  const url = new URL(apiPath, location.href);
  url.protocol = url.protocol === 'https:' ? 'wss:' : 'ws:';
  const socket = createWSClient({
    url: url.href,
    WebSocket: promptSocket(),
    retryDelayMs,
    connectionParams: () => ({ version: pageVersion, language: document.documentElement.lang }),
    onClose: (cause) => cause?.code === closeCodes.limitReached && onRefused(),
    keepAlive: { enabled: true, intervalMs: 20_000, pongTimeoutMs: 8_000 },
  });
  const link = wsLink<AppRouter>({ client: socket });
  const offering = loadCalls().then(({ offerSocket }) => offerSocket(link, socket));
  const close = () => {
    void offering.then((withdraw) => withdraw());
    void socket.close();
  };
  return { streams: clientOver(link), close };
}

const loadCalls = part(() => import('./calls/page-calls.ts'));
/** Loaded where it is needed: most networks let a WebSocket through. */
const loadEvents = part(() => import('./events-transport.ts'));

export const transports: Transports = {
  websocket: socketTransport,
  events: async () => (await loadEvents()).eventsTransport(),
};
