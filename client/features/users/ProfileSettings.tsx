import { useState } from 'react';
import type { User } from '#shared/users.ts';
import { useT } from '#client/lib/i18n.ts';
import { useSubmit, type Submit } from '#client/lib/problem.ts';
import { limits } from '#shared/limits.ts';
import { Button } from '#client/ui/Button.tsx';
import { FormProblem } from '#client/ui/FormProblem.tsx';
import { TextField } from '#client/ui/TextField.tsx';
import { PictureField } from './PictureField.tsx';

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
  const [changes, setChanges] = useState<Partial<ProfileValues>>({});
  const [saved, setSaved] = useState(false);
  const save = useSubmit(onSave);
  const values: ProfileValues = { displayName: me.displayName, statusText: me.statusText, ...changes };
  const change = (next: Partial<ProfileValues>) => {
    setSaved(false);
    setChanges({ ...changes, ...next });
  };
  const submit = async () => {
    if (save.busy || !(await save.run({ displayName: values.displayName.trim(), statusText: values.statusText.trim() }))) return;
    setChanges({});
    setSaved(true);
  };
  return (
    <div className="flex max-w-md flex-col gap-7">
      <PictureField me={me} onPicture={onPicture} />
      <form
        noValidate
        className="flex flex-col gap-5"
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        <TextField
          label={t.settings.displayName}
          error={save.of('displayName')}
          value={values.displayName}
          maxLength={limits.displayName}
          autoComplete="name"
          onChange={(event) => change({ displayName: event.target.value })}
        />
        <TextField
          label={t.settings.statusText}
          mark={t.common.optional}
          error={save.of('statusText')}
          placeholder={t.settings.statusPlaceholder}
          value={values.statusText}
          maxLength={limits.statusText}
          autoComplete="off"
          onChange={(event) => change({ statusText: event.target.value })}
        />
        <FormProblem sentence={save.beside('displayName', 'statusText')} />
        <div className="flex items-center gap-3">
          <Button type="submit" tone="primary" busy={save.busy} disabled={values.displayName.trim() === ''}>
            {t.settings.saveProfile}
          </Button>
          <span role="status" className="text-md font-medium text-pine-ink">
            {saved && t.common.saved}
          </span>
        </div>
      </form>
    </div>
  );
}
