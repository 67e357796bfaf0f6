import { useState } from 'react';
import { wordsHook } from '#client/lib/i18n.ts';
import { commonWords } from '#client/lib/en.ts';
import { roomsWords } from './en.ts';
import { closeDialog } from '#client/lib/overlays.ts';
import { attempt, useSubmit } from '#client/lib/problem.ts';
import { client } from '#client/lib/trpc.ts';
import { isBlank } from '#shared/blank.ts';
import { limits } from '#shared/limits.ts';
import { Button } from '#client/ui/Button.tsx';
import { Dialog } from '#client/ui/Dialog.tsx';
import { TextField } from '#client/ui/TextField.tsx';
import { useRoom } from './use-rooms.ts';

const useT = wordsHook({ common: commonWords, rooms: roomsWords });

/** Another name for a room; closes itself when it went well. */
export default function RenameRoomDialog({ roomId }: { roomId: string }) {
  const t = useT();
  const room = useRoom(roomId);
  const [name, setName] = useState(room?.name ?? '');
  const rename = useSubmit((to: string) => attempt(() => client.rooms.rename.mutate({ roomId, name: to })));
  if (!room) return null;
  const submit = async () => {
    if (rename.busy) return;
    if (name.trim() === room.name || (await rename.run(name.trim()))) closeDialog();
  };
  return (
    <Dialog
      title={t.rooms.rename}
      closeLabel={t.common.close}
      onClose={closeDialog}
      onSubmit={() => void submit()}
      width={420}
      footer={
        <>
          <Button onClick={closeDialog}>{t.common.cancel}</Button>
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
