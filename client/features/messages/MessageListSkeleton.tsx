import { useT } from '#client/lib/i18n.ts';
import { SkeletonRows } from '#client/ui/Skeleton.tsx';

/** The shape of messages on their way, at the lower edge where the newest will be. */
export function MessageListSkeleton() {
  const t = useT();
  return (
    <div className="flex min-h-0 flex-1 flex-col justify-end overflow-hidden">
      <SkeletonRows rows={9} label={t.common.loading} />
    </div>
  );
}
