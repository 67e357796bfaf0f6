import { useOutbox } from '#client/lib/outbox.ts';
import { useOutdated } from '#client/lib/page-version.ts';
import { useRealtime } from '#client/lib/realtime.ts';
import { useSession } from '#client/lib/session.ts';
import { ConnectionBanner, OutdatedBanner, UnsentBanner } from './banners.tsx';

/** What everybody should know about the page itself: part of the first script, as a page without a line loads no other. */
export function Banners() {
  const { outbox, reconnect } = useSession();
  const live = useRealtime((state) => state.state === 'live');
  const outdated = useOutdated((state) => state.outdated);
  const failed = useOutbox((state) => state.pending.filter((entry) => entry.state === 'failed').length);
  const cut = navigator.onLine ? 'reconnecting' : 'offline';
  return (
    <>
      <ConnectionBanner state={live ? 'online' : cut} onReconnect={reconnect} />
      {outdated && <OutdatedBanner onReload={() => location.reload()} />}
      <UnsentBanner count={failed} onRetryAll={() => outbox.retryAll()} />
    </>
  );
}
