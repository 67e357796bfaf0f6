import { MapPinOff } from 'lucide-react';
import { Link } from 'wouter';
import { wordsHook } from '#client/lib/i18n.ts';
import { commonWords } from '#client/lib/en.ts';
import { EmptyState } from '#client/ui/EmptyState.tsx';

const useT = wordsHook({ common: commonWords });

/** An address that shows nothing. */
export default function NotFoundScreen({ homeHref, title, hint }: { homeHref: string; title?: string; hint?: string }) {
  const t = useT();
  return (
    <div className="grid flex-1 place-items-center">
      <EmptyState
        as="h1"
        icon={MapPinOff}
        title={title ?? t.common.notFound}
        hint={hint ?? t.common.notFoundHint}
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
