/** Nothing is chosen yet. */
export function NoRoomScreen(_props: { onJump: () => void; onBrowse: () => void }) {
  return null;
}

/** An address that shows nothing. */
export function NotFoundScreen(_props: { homeHref: string; title?: string; hint?: string }) {
  return null;
}

/** What stands where a part of the page broke; `whole` fills the window. */
export function BrokenScreen(_props: { onReload: () => void; whole?: boolean }) {
  return null;
}

/** Before the first data is there. */
export function StartingScreen() {
  return null;
}
