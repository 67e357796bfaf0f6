import type { TRPCLink, TRPCWebSocketClient } from '@trpc/client';
import { onLanguage } from '#client/lib/i18n.ts';
import { type AppRouter, http, queryClient, sendCallsOver } from '#client/lib/trpc.ts';
import { type CallSocket, callsOver } from './calls-over.ts';

let offered: CallSocket<AppRouter> | null = null;

sendCallsOver(
  callsOver({
    http,
    socket: () => (offered?.isOpen() ? offered : null),
    // The stream brings what was made. What no event keeps true is read again; its key begins with the noun.
    onUnknown: (path) => {
      const [noun = ''] = path.split('.');
      void queryClient.invalidateQueries({ queryKey: [[noun]] });
    },
  }),
);

/** The page's calls go over this WebSocket whenever it is open, until the result is called. */
export function offerSocket(link: TRPCLink<AppRouter>, client: TRPCWebSocketClient): () => void {
  const socket = {
    link,
    isOpen: () => client.connection?.state === 'open',
    // The client comes back by itself.
    reopen: () => client.connection?.ws.close(),
  };
  offered = socket;
  // A socket speaks the language it was opened in.
  const endLanguage = onLanguage(socket.reopen);
  return () => {
    endLanguage();
    if (offered === socket) offered = null;
  };
}
