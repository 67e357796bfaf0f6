import { httpSubscriptionLink } from '@trpc/client';
import { apiPath, clientOver } from './trpc.ts';

/** A client for one stream over server-sent events, for networks that let no WebSocket through. */
export function eventsTransport() {
  return { streams: clientOver(httpSubscriptionLink({ url: apiPath })), close: () => undefined };
}
