import { CircleAlert, RefreshCw, WifiOff } from 'lucide-react';
import { useEffect, useState } from 'react';
import { wordsHook } from '#client/lib/i18n.ts';
import { commonWords } from '#client/lib/en.ts';
import { shellWords } from './en.ts';
import { Banner } from '#client/ui/Banner.tsx';
import { Button } from '#client/ui/Button.tsx';

const useT = wordsHook({ common: commonWords, shell: shellWords });

interface ConnectionBannerProps {
  state: 'online' | 'offline' | 'reconnecting';
  onReconnect: () => void;
}

/** A short cut is nobody's business: only a lasting one is shown. */
const patienceMs = 4_000;
const backShownMs = 2_500;

type Shown = 'nothing' | 'cut' | 'back';

function useShown(connected: boolean): Shown {
  const [shown, setShown] = useState<Shown>('nothing');
  useEffect(() => {
    if (!connected) {
      const timer = setTimeout(() => setShown('cut'), patienceMs);
      return () => clearTimeout(timer);
    }
    setShown((before) => (before === 'cut' ? 'back' : 'nothing'));
    const timer = setTimeout(() => setShown('nothing'), backShownMs);
    return () => clearTimeout(timer);
  }, [connected]);
  return shown;
}

/** After some seconds without a connection; says so when it is back. The caller only passes the state. */
export function ConnectionBanner({ state, onReconnect }: ConnectionBannerProps) {
  const t = useT();
  const shown = useShown(state === 'online');
  if (shown === 'back') return <Banner tone="calm" title={t.shell.backOnline} />;
  if (shown === 'nothing') return null;
  return (
    <Banner
      tone="warning"
      icon={WifiOff}
      title={state === 'offline' ? t.shell.offlineTitle : t.shell.reconnecting}
      action={
        <Button size="sm" tone="quiet" onClick={onReconnect}>
          {t.shell.reconnectNow}
        </Button>
      }
    >
      {t.shell.offlineHint}
    </Banner>
  );
}

/** The server is newer than this page. */
export function OutdatedBanner({ onReload }: { onReload: () => void }) {
  const t = useT();
  return (
    <Banner
      icon={RefreshCw}
      title={t.shell.outdatedTitle}
      action={
        <Button size="sm" tone="primary" onClick={onReload}>
          {t.common.reload}
        </Button>
      }
    >
      {t.shell.outdatedHint}
    </Banner>
  );
}

/** Messages that the server refused or never got; nothing when there are none. */
export function UnsentBanner({ count, onRetryAll }: { count: number; onRetryAll: () => void }) {
  const t = useT();
  if (count === 0) return null;
  return (
    <Banner
      tone="danger"
      icon={CircleAlert}
      title={t.shell.unsentTitle(count)}
      action={
        <Button size="sm" onClick={onRetryAll}>
          {t.shell.retryAll}
        </Button>
      }
    />
  );
}
