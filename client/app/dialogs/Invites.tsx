import InvitePeople from '#client/features/invites/InvitePeople.tsx';
import { attempt, problemOf } from '#client/lib/problem.ts';
import { inviteHref } from '#client/lib/routes.ts';
import { client } from '#client/lib/trpc.ts';
import { cache, trpc } from '#client/lib/trpc-react.ts';
import { WithTrpc } from '#client/app/WithTrpc.tsx';
import { closeDialog } from '#client/app/dialogs.ts';

export default function Invites() {
  return (
    <WithTrpc>
      <InviteLinks />
    </WithTrpc>
  );
}

function InviteLinks() {
  // Others make and use invites too, and no event tells of it.
  const { data, isError, refetch } = trpc.invites.list.useQuery(undefined, { staleTime: 0 });
  return (
    <InvitePeople
      invites={data}
      failed={isError}
      onRetry={() => void refetch()}
      urlOf={({ code }) => new URL(inviteHref(code), location.origin).href}
      onCreate={async (values) => {
        try {
          const invite = await client.invites.create.mutate(values);
          void cache.invites.list.invalidate();
          return { invite };
        } catch (reason) {
          return { problem: problemOf(reason) };
        }
      }}
      onWithdraw={({ id }) =>
        attempt(async () => {
          await client.invites.revoke.mutate({ inviteId: id });
          await cache.invites.list.invalidate();
        })
      }
      onClose={closeDialog}
    />
  );
}
