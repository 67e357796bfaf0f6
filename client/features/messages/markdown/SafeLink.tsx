import type { ReactNode } from 'react';
import { safeUrl } from './links.ts';

/** A link out of the page, to the web or a mailbox alone; its tip tells where it really leads. */
export function SafeLink({ address, children }: { address: string; children: ReactNode }) {
  const href = safeUrl(address);
  if (!href) return children;
  return (
    <a
      href={href}
      target="_blank"
      rel="noopener noreferrer nofollow"
      data-tip={children === address ? undefined : href}
      className="text-pine-ink underline decoration-1 underline-offset-2 [overflow-wrap:anywhere] hover:decoration-2"
    >
      {children}
    </a>
  );
}
