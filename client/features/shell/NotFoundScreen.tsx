import { MapPinOff } from 'lucide-react';
import { Link } from 'wouter';
import { wordsHook } from '#client/lib/i18n.ts';
import { useTitle } from '#client/features/navigation/use-title.ts';
import { commonWords } from '#client/lib/en.ts';
import { homeHref } from '#client/lib/routes.ts';
import { EmptyState } from '#client/ui/EmptyState.tsx';

const useT = wordsHook({ common: commonWords });

/** An address that shows nothing. */
export default function NotFoundScreen() {
  const t = useT();
  useTitle(null);
  return (
    <div className="grid flex-1 place-items-center">
      <EmptyState
        as="h1"
        icon={MapPinOff}
        title={t.common.notFound}
        hint={t.common.notFoundHint}
        action={
          <Link
            href={homeHref}
            className="tap inline-flex h-10 items-center rounded-md bg-pine px-4 font-semibold text-on-pine hover:bg-pine-deep"
          >
            {t.common.goHome}
          </Link>
        }
      />
    </div>
  );
}
