/** After some seconds without a connection; says so when it is back. */
export function ConnectionBanner(_props: { state: 'online' | 'offline' | 'reconnecting'; onReconnect: () => void }) {
  return null;
}

export function OutdatedBanner(_props: { onReload: () => void }) {
  return null;
}

/** Nothing when `count` is 0. */
export function UnsentBanner(_props: { count: number; onRetryAll: () => void }) {
  return null;
}
