import { useState } from 'react';
import { PeoplePicker } from '#client/features/users/PeoplePicker.tsx';
import { peopleOf } from '#client/features/users/person.ts';
import { useUsers } from '#client/features/users/use-people.ts';
import { wordsHook } from '#client/lib/i18n.ts';
import { commonWords } from '#client/lib/en.ts';
import { roomsWords } from './en.ts';
import { closeDialog, useLeaveDialog } from '#client/lib/overlays.ts';
import { attempt, useSubmit } from '#client/lib/problem.ts';
import { roomHref } from '#client/lib/routes.ts';
import { useSession } from '#client/lib/session.ts';
import { client } from '#client/lib/trpc.ts';
import { limits } from '#shared/limits.ts';
import { Button } from '#client/ui/Button.tsx';
import { Dialog } from '#client/ui/Dialog.tsx';
import { FormProblem } from '#client/ui/FormProblem.tsx';
import { othersOf } from './room-view.ts';
import { byRecency, useRooms } from './use-rooms.ts';

const useT = wordsHook({ common: commonWords, rooms: roomsWords });

const most = limits.directMembers - 1;

/** Everybody who has an account, the reader included, those written to lately first. */
function usePeople(meId: string) {
  const users = useUsers();
  const directs = useRooms().filter((room) => room.kind === 'direct');
  const lately = directs.sort(byRecency).flatMap((room) => othersOf(room, meId));
  const ids = [...new Set([...lately, ...users.keys()])];
  return peopleOf(ids, users).filter((person) => person.deactivatedAt === null);
}

/** One person, or a small group, to write to; leads to their room. */
export default function NewDirectDialog() {
  const t = useT();
  const { meId } = useSession();
  const people = usePeople(meId);
  const leaveFor = useLeaveDialog();
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const start = useSubmit((userIds: readonly string[]) =>
    attempt(async () => leaveFor(roomHref((await client.rooms.openDirect.mutate({ userIds: [...userIds] })).id))),
  );
  return (
    <Dialog
      title={t.rooms.directTitle}
      closeLabel={t.common.close}
      onClose={closeDialog}
      onSubmit={() => void (chosen.length > 0 && !start.busy && start.run(chosen))}
      footer={
        <>
          <Button onClick={closeDialog}>{t.common.cancel}</Button>
          <Button type="submit" tone="primary" busy={start.busy} disabled={chosen.length === 0}>
            {t.rooms.startDirect}
          </Button>
        </>
      }
    >
      <p className="mb-3 text-md text-faint">{t.rooms.directHint(most)}</p>
      <PeoplePicker
        people={people}
        meId={meId}
        chosen={chosen}
        onChange={setChosen}
        most={most}
        nobody={t.rooms.nobodyFound}
      />
      <FormProblem sentence={start.beside()} className="mt-3" />
    </Dialog>
  );
}
