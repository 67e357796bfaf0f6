import { isBlank } from '#shared/blank.ts';
import type { User } from '#shared/users.ts';
import { wordsHook } from '#client/lib/i18n.ts';
import { commonWords } from '#client/lib/en.ts';
import { settingsWords } from '#client/features/settings/en.ts';
import type { Submit } from '#client/lib/problem.ts';
import { useEdits } from '#client/lib/use-edits.ts';
import { limits } from '#shared/limits.ts';
import { Form } from '#client/ui/Form.tsx';
import { FormProblem } from '#client/ui/FormProblem.tsx';
import { SaveRow } from '#client/ui/SaveRow.tsx';
import { TextField } from '#client/ui/TextField.tsx';
import { PictureField } from './PictureField.tsx';

const useT = wordsHook({ common: commonWords, settings: settingsWords });

export interface ProfileValues {
  displayName: string;
  statusText: string;
}
export interface ProfileSettingsProps {
  me: User;
  onSave: Submit<ProfileValues>;
  /** A square PNG, JPEG or WebP in base64, small enough for the server; null removes the picture. */
  onPicture: Submit<string | null>;
}

/** Picture, display name and status. */
export function ProfileSettings({ me, onSave, onPicture }: ProfileSettingsProps) {
  const t = useT();
  const { displayName, statusText } = me;
  const edits = useEdits<ProfileValues>({ displayName, statusText }, (values) =>
    onSave({ displayName: values.displayName.trim(), statusText: values.statusText.trim() }),
  );
  return (
    <div className="flex max-w-md flex-col gap-7">
      <PictureField me={me} onPicture={onPicture} />
      <Form className="flex flex-col gap-5" onSubmit={() => void edits.save()}>
        <TextField
          label={t.settings.displayName}
          error={edits.of('displayName')}
          value={edits.values.displayName}
          maxLength={limits.displayName}
          autoComplete="name"
          onChange={(event) => edits.change({ displayName: event.target.value })}
        />
        <TextField
          label={t.settings.statusText}
          mark={t.common.optional}
          error={edits.of('statusText')}
          placeholder={t.settings.statusPlaceholder}
          value={edits.values.statusText}
          maxLength={limits.statusText}
          autoComplete="off"
          onChange={(event) => edits.change({ statusText: event.target.value })}
        />
        <FormProblem sentence={edits.beside('displayName', 'statusText')} />
        <SaveRow
          label={t.settings.saveProfile}
          busy={edits.busy}
          disabled={isBlank(edits.values.displayName)}
          done={edits.saved ? t.common.saved : null}
        />
      </Form>
    </div>
  );
}
