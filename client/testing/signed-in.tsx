import { QueryClientProvider } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { features } from '#client/app/features.ts';
import { FeaturesContext, joinFeatures } from '#client/lib/use-features.ts';
import { Outbox } from '#client/lib/outbox.ts';
import { SessionContext } from '#client/lib/session.ts';
import { queryClient } from '#client/lib/trpc.ts';

const joined = joinFeatures(features);

/** What is around every screen of somebody who is signed in; nothing is sent. */
export function SignedIn({ meId, children }: { meId: string; children: ReactNode }) {
  const outbox = new Outbox(meId, () => new Promise(() => undefined));
  return (
    <QueryClientProvider client={queryClient}>
      <SessionContext value={{ meId, outbox, reconnect: () => undefined, optimistic: () => undefined }}>
        <FeaturesContext value={joined}>{children}</FeaturesContext>
      </SessionContext>
    </QueryClientProvider>
  );
}
