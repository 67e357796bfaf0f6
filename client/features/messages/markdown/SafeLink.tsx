import { isScreenPath } from '#client/lib/routes.ts';
import type { MouseEvent, ReactNode } from 'react';
import { navigate } from 'wouter/use-browser-location';
import { safeUrl, targetNote } from './links.ts';

interface SafeLinkProps {
  address: string;
  /** The words it is shown with. */
  shown: string;
  children: ReactNode;
}

/** A link to the web or a mailbox. Where its words do not say where it leads, the host is shown beside them. */
export function SafeLink({ address, shown, children }: SafeLinkProps) {
  const url = safeUrl(address);
  if (!url) return children;
  const note = targetNote(shown, address, url);
  const ownScreen = url.origin === location.origin && isScreenPath(url.pathname);
  return (
    <a
      href={url.href}
      {...(ownScreen ? { onClick: openHere } : { target: '_blank', rel: 'noopener noreferrer nofollow' })}
      data-tip={note ? url.href : undefined}
      className="text-pine-ink [overflow-wrap:anywhere]"
    >
      <bdi className="underline decoration-1 underline-offset-2 in-[a:hover]:decoration-2">{children}</bdi>
      {note && <bdi className="text-[0.92em] text-soft"> ({note})</bdi>}
    </a>
  );
}

/** A press with a modifier opens a tab or a window, as everywhere. */
function openHere(event: MouseEvent<HTMLAnchorElement>): void {
  if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
  event.preventDefault();
  const { pathname, search, hash } = event.currentTarget;
  navigate(pathname + search + hash);
}
