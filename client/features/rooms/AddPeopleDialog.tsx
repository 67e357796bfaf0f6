import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { PeoplePicker } from '#client/features/users/PeoplePicker.tsx';
import { useUsers } from '#client/features/users/use-people.ts';
import { wordsHook } from '#client/lib/i18n.ts';
import { commonWords } from '#client/lib/en.ts';
import { roomsWords } from './en.ts';
import { closeDialog } from '#client/lib/overlays.ts';
import { attempt, useSubmit } from '#client/lib/problem.ts';
import { client } from '#client/lib/trpc.ts';
import { limits } from '#shared/limits.ts';
import { Button } from '#client/ui/Button.tsx';
import { Dialog } from '#client/ui/Dialog.tsx';
import { FormProblem } from '#client/ui/FormProblem.tsx';
import { membersSnapshot } from './snapshot.ts';
import { useRoom } from './use-rooms.ts';

const useT = wordsHook({ common: commonWords, rooms: roomsWords });

/** Several people at once into a room; closes itself when it went well. */
export default function AddPeopleDialog({ roomId }: { roomId: string }) {
  const t = useT();
  const room = useRoom(roomId);
  const users = useUsers();
  const { data } = useQuery(membersSnapshot.query(roomId));
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const add = useSubmit((userIds: readonly string[]) =>
    attempt(() => client.rooms.invite.mutate({ roomId, userIds: [...userIds] })),
  );
  if (!room || !data) return null;
  const inside = new Set(data.members.map((member) => member.userId));
  const people = [...users.values()].filter((person) => !inside.has(person.id) && person.deactivatedAt === null);
  const submit = async () => {
    if (chosen.length > 0 && !add.busy && (await add.run(chosen))) closeDialog();
  };
  return (
    <Dialog
      title={t.rooms.addPeopleTo(room.name)}
      closeLabel={t.common.close}
      onClose={closeDialog}
      onSubmit={() => void submit()}
      footer={
        <>
          <Button onClick={closeDialog}>{t.common.cancel}</Button>
          <Button type="submit" tone="primary" busy={add.busy} disabled={chosen.length === 0}>
            {t.rooms.addCount(chosen.length)}
          </Button>
        </>
      }
    >
      <PeoplePicker
        people={people}
        chosen={chosen}
        onChange={setChosen}
        most={limits.membersPerInvite}
        nobody={t.rooms.everybodyIn}
      />
      <FormProblem sentence={add.beside()} className="mt-3" />
    </Dialog>
  );
}
