import { useEffect, useState } from 'react';
import { useOutbox } from '#client/lib/outbox.ts';
import { useRealtime } from '#client/lib/realtime.ts';
import { useSession } from './session.ts';
import { ConnectionBanner, OutdatedBanner, UnsentBanner } from './shell/banners.tsx';

/** A short drop is nobody's business: only after so many ms it is told. */
const patienceMs = 4_000;

/** What everybody should know about the page itself. */
export function Banners() {
  const { outbox, reconnect } = useSession();
  const outdated = useRealtime((state) => state.outdated);
  const failed = useOutbox((state) => state.pending.filter((entry) => entry.state === 'failed').length);
  const cut = useCut();
  return (
    <>
      <ConnectionBanner state={cut ? (navigator.onLine ? 'reconnecting' : 'offline') : 'online'} onReconnect={reconnect} />
      {outdated && <OutdatedBanner onReload={() => location.reload()} />}
      <UnsentBanner count={failed} onRetryAll={() => outbox.retryAll()} />
    </>
  );
}

/** Whether there has been no stream for a while. */
function useCut(): boolean {
  const live = useRealtime((state) => state.state === 'live');
  const [cut, setCut] = useState(false);
  if (live && cut) setCut(false);
  useEffect(() => {
    if (live) return undefined;
    const timer = setTimeout(() => setCut(true), patienceMs);
    return () => clearTimeout(timer);
  }, [live]);
  return cut && !live;
}
