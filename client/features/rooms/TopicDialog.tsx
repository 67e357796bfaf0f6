import { useState } from 'react';
import { wordsHook } from '#client/lib/i18n.ts';
import { commonWords } from '#client/lib/en.ts';
import { roomsWords } from './en.ts';
import { closeDialog } from '#client/lib/overlays.ts';
import { attempt, useSubmit } from '#client/lib/problem.ts';
import { client } from '#client/lib/trpc.ts';
import { limits } from '#shared/limits.ts';
import { Button } from '#client/ui/Button.tsx';
import { Dialog } from '#client/ui/Dialog.tsx';
import { TextArea } from '#client/ui/TextArea.tsx';
import { useRoom } from './use-rooms.ts';

const useT = wordsHook({ common: commonWords, rooms: roomsWords });

/** What a room is for; closes itself when it went well. */
export default function TopicDialog({ roomId }: { roomId: string }) {
  const t = useT();
  const room = useRoom(roomId);
  const [topic, setTopic] = useState(room?.topic ?? '');
  const save = useSubmit((to: string) => attempt(() => client.rooms.setTopic.mutate({ roomId, topic: to })));
  if (!room) return null;
  const submit = async () => {
    if (!save.busy && (await save.run(topic.trim()))) closeDialog();
  };
  return (
    <Dialog
      title={t.rooms.editTopic}
      closeLabel={t.common.close}
      onClose={closeDialog}
      onSubmit={() => void submit()}
      footer={
        <>
          <Button onClick={closeDialog}>{t.common.cancel}</Button>
          <Button type="submit" tone="primary" busy={save.busy}>
            {t.common.save}
          </Button>
        </>
      }
    >
      <TextArea
        label={t.rooms.topic}
        hint={t.rooms.topicHint}
        error={save.beside()}
        value={topic}
        maxLength={limits.roomTopic}
        onChange={(event) => setTopic(event.target.value.replace(/\s*\n\s*/g, ' '))}
        data-autofocus=""
      />
    </Dialog>
  );
}
