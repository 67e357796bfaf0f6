import { useState } from 'react';
import { wordsHook } from '#client/lib/i18n.ts';
import { commonWords } from '#client/lib/en.ts';
import { roomsWords } from './en.ts';
import { useSubmit, type Submit } from '#client/lib/problem.ts';
import { limits } from '#shared/limits.ts';
import { Button } from '#client/ui/Button.tsx';
import { Dialog } from '#client/ui/Dialog.tsx';
import { TextArea } from '#client/ui/TextArea.tsx';

const useT = wordsHook({ common: commonWords, rooms: roomsWords });

export interface TopicDialogProps {
  topic: string;
  onSave: Submit<string>;
  onClose: () => void;
}

/** What a room is for; closes itself when it went well. */
export default function TopicDialog({ topic: before, onSave, onClose }: TopicDialogProps) {
  const t = useT();
  const [topic, setTopic] = useState(before);
  const save = useSubmit(onSave);
  const submit = async () => {
    if (!save.busy && (await save.run(topic.trim()))) onClose();
  };
  return (
    <Dialog
      title={t.rooms.editTopic}
      closeLabel={t.common.close}
      onClose={onClose}
      onSubmit={() => void submit()}
      footer={
        <>
          <Button onClick={onClose}>{t.common.cancel}</Button>
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
