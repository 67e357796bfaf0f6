import { Hash, Lock } from 'lucide-react';
import { useState } from 'react';
import { wordsHook } from '#client/lib/i18n.ts';
import { commonWords } from '#client/lib/en.ts';
import { roomsWords } from './en.ts';
import { closeDialog, useLeaveDialog } from '#client/lib/overlays.ts';
import { attempt, useSubmit, type Submitting } from '#client/lib/problem.ts';
import { roomHref } from '#client/lib/routes.ts';
import { client } from '#client/lib/trpc.ts';
import { isBlank } from '#shared/blank.ts';
import { limits } from '#shared/limits.ts';
import { Button } from '#client/ui/Button.tsx';
import { ChoiceCards } from '#client/ui/ChoiceCards.tsx';
import { Dialog } from '#client/ui/Dialog.tsx';
import { FormProblem } from '#client/ui/FormProblem.tsx';
import { Icon } from '#client/ui/Icon.tsx';
import { TextField } from '#client/ui/TextField.tsx';

const useT = wordsHook({ common: commonWords, rooms: roomsWords });

interface CreateRoomValues {
  kind: 'public' | 'private';
  name: string;
  topic: string;
}

/** The server names the field of a bad room name `roomName` or `name`. */
const nameFields = ['roomName', 'name'];

/** A new public or private room; leads there when it is made. */
export default function CreateRoomDialog({ name = '' }: { name?: string }) {
  const t = useT();
  const [values, setValues] = useState<CreateRoomValues>({ kind: 'public', name, topic: '' });
  const leaveFor = useLeaveDialog();
  const create = useSubmit((room: CreateRoomValues) =>
    attempt(async () => leaveFor(roomHref((await client.rooms.create.mutate(room)).id))),
  );
  return (
    <Dialog
      title={t.rooms.createTitle}
      closeLabel={t.common.close}
      onClose={closeDialog}
      onSubmit={() =>
        void (!create.busy && create.run({ ...values, name: values.name.trim(), topic: values.topic.trim() }))
      }
      footer={
        <>
          <Button onClick={closeDialog}>{t.common.cancel}</Button>
          <Button type="submit" tone="primary" busy={create.busy} disabled={isBlank(values.name)}>
            {create.busy ? t.rooms.creating : t.rooms.create}
          </Button>
        </>
      }
    >
      <RoomFields values={values} onChange={(change) => setValues({ ...values, ...change })} create={create} />
    </Dialog>
  );
}

interface RoomFieldsProps {
  values: CreateRoomValues;
  onChange: (change: Partial<CreateRoomValues>) => void;
  create: Pick<Submitting<CreateRoomValues>, 'of' | 'beside'>;
}

function RoomFields({ values, onChange, create }: RoomFieldsProps) {
  const t = useT();
  return (
    <div className="flex flex-col gap-5">
      <TextField
        label={t.rooms.name}
        hint={t.rooms.nameHint}
        error={nameFields.map(create.of).find(Boolean) ?? null}
        placeholder={t.rooms.namePlaceholder}
        start={<Icon of={values.kind === 'private' ? Lock : Hash} size={16} />}
        value={values.name}
        maxLength={limits.roomName}
        onChange={(event) => onChange({ name: event.target.value })}
        autoComplete="off"
        data-autofocus=""
      />
      <ChoiceCards
        label={t.rooms.visibility}
        value={values.kind}
        onChange={(kind) => onChange({ kind })}
        choices={[
          { value: 'public', icon: Hash, label: t.rooms.publicRoom, hint: t.rooms.publicHint },
          { value: 'private', icon: Lock, label: t.rooms.privateRoom, hint: t.rooms.privateHint },
        ]}
      />
      <TextField
        label={t.rooms.topic}
        mark={t.common.optional}
        hint={t.rooms.topicHint}
        error={create.of('topic')}
        value={values.topic}
        maxLength={limits.roomTopic}
        onChange={(event) => onChange({ topic: event.target.value })}
        autoComplete="off"
      />
      <FormProblem sentence={create.beside(...nameFields, 'topic')} />
    </div>
  );
}
