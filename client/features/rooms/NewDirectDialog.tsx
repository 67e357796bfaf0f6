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

export interface NewDirectDialogProps {
  /** Everybody, oneself included, those written to lately first. */
  people: readonly User[];
  meId: string;
  /** Gets user ids; closing and going to the room is the caller's. */
  onStart: Submit<readonly string[]>;
  onClose: () => void;
}

const most = limits.directMembers - 1;

/** One person, or a small group, to write to. */
export default function NewDirectDialog({ people, meId, onStart, onClose }: NewDirectDialogProps) {
  const t = useT();
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const start = useSubmit(onStart);
  return (
    <Dialog
      title={t.rooms.directTitle}
      closeLabel={t.common.close}
      onClose={onClose}
      onSubmit={() => void (chosen.length > 0 && !start.busy && start.run(chosen))}
      footer={
        <>
          <Button onClick={onClose}>{t.common.cancel}</Button>
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
