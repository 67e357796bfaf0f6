import type { ReactNode } from 'react';

/** Words for screen readers alone. */
export function VisuallyHidden({
  children,
  as: Tag = 'span',
}: {
  children: ReactNode;
  as?: 'span' | 'h1' | 'h2' | 'div';
}) {
  return <Tag className="sr-only">{children}</Tag>;
}
