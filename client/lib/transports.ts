import { createWSClient, httpSubscriptionLink, wsLink } from '@trpc/client';
import { apiPath, clientOver } from './trpc.ts';

/** A client for one stream over a WebSocket of its own; `close` ends both for good. */
export function socketTransport(retryDelayMs: (attempt: number) => number) {
  const url = new URL(apiPath, location.href);
  url.protocol = url.protocol === 'https:' ? 'wss:' : 'ws:';
  const socket = createWSClient({
    url: url.href,
    retryDelayMs,
    keepAlive: { enabled: true, intervalMs: 20_000, pongTimeoutMs: 8_000 },
  });
  return { streams: clientOver(wsLink({ client: socket })), close: () => void socket.close() };
}

/** The same over server-sent events, for networks that let no WebSocket through. */
export function eventsTransport() {
  return { streams: clientOver(httpSubscriptionLink({ url: apiPath })), close: () => undefined };
}
