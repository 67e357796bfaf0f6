import { useState } from 'react';
import { wordsHook } from '#client/lib/i18n.ts';
import { commonWords } from '#client/lib/en.ts';
import { roomsWords } from './en.ts';
import { useSubmit, type Submit } from '#client/lib/problem.ts';
import { isBlank } from '#shared/blank.ts';
import { limits } from '#shared/limits.ts';
import { Button } from '#client/ui/Button.tsx';
import { Dialog } from '#client/ui/Dialog.tsx';
import { TextField } from '#client/ui/TextField.tsx';

const useT = wordsHook({ common: commonWords, rooms: roomsWords });

export interface RenameRoomDialogProps {
  name: string;
  onRename: Submit<string>;
  onClose: () => void;
}

/** Another name for a room; closes itself when it went well. */
export default function RenameRoomDialog({ name: before, onRename, onClose }: RenameRoomDialogProps) {
  const t = useT();
  const [name, setName] = useState(before);
  const rename = useSubmit(onRename);
  const submit = async () => {
    if (rename.busy) return;
    if (name.trim() === before || (await rename.run(name.trim()))) onClose();
  };
  return (
    <Dialog
      title={t.rooms.rename}
      closeLabel={t.common.close}
      onClose={onClose}
      onSubmit={() => void submit()}
      width={420}
      footer={
        <>
          <Button onClick={onClose}>{t.common.cancel}</Button>
          <Button type="submit" tone="primary" busy={rename.busy} disabled={isBlank(name)}>
            {t.rooms.rename}
          </Button>
        </>
      }
    >
      <TextField
        label={t.rooms.name}
        error={rename.beside()}
        value={name}
        maxLength={limits.roomName}
        onChange={(event) => setName(event.target.value)}
        onFocus={(event) => event.target.select()}
        autoComplete="off"
        data-autofocus=""
      />
    </Dialog>
  );
}
