import { useState } from 'react';
import { PeoplePicker } from '#client/features/users/PeoplePicker.tsx';
import type { User } from '#shared/users.ts';
import { wordsHook } from '#client/lib/i18n.ts';
import { commonWords } from '#client/lib/en.ts';
import { roomsWords } from './en.ts';
import { useSubmit, type Submit } from '#client/lib/problem.ts';
import { limits } from '#shared/limits.ts';
import { Button } from '#client/ui/Button.tsx';
import { Dialog } from '#client/ui/Dialog.tsx';
import { FormProblem } from '#client/ui/FormProblem.tsx';

const useT = wordsHook({ common: commonWords, rooms: roomsWords });

export interface AddPeopleDialogProps {
  roomTitle: string;
  /** Those who are not in the room. */
  people: readonly User[];
  /** Gets user ids. */
  onAdd: Submit<readonly string[]>;
  onClose: () => void;
}

/** Several people at once into a room; closes itself when it went well. */
export default function AddPeopleDialog({ roomTitle, people, onAdd, onClose }: AddPeopleDialogProps) {
  const t = useT();
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const add = useSubmit(onAdd);
  const submit = async () => {
    if (chosen.length > 0 && !add.busy && (await add.run(chosen))) onClose();
  };
  return (
    <Dialog
      title={t.rooms.addPeopleTo(roomTitle)}
      closeLabel={t.common.close}
      onClose={onClose}
      onSubmit={() => void submit()}
      footer={
        <>
          <Button onClick={onClose}>{t.common.cancel}</Button>
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
