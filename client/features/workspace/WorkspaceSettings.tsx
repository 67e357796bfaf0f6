import { useState } from 'react';
import type { RegistrationMode } from '#shared/auth.ts';
import type { Workspace } from '#shared/workspace.ts';
import { useT } from '#client/lib/i18n.ts';
import { useSubmit, type Submit } from '#client/lib/problem.ts';
import { Button } from '#client/ui/Button.tsx';
import { ChoiceCards } from '#client/ui/ChoiceCards.tsx';
import { FormProblem } from '#client/ui/FormProblem.tsx';
import { TextField } from '#client/ui/TextField.tsx';

export interface WorkspaceValues {
  name: string;
  registration: RegistrationMode;
}
export interface WorkspaceSettingsProps {
  workspace: Pick<Workspace, 'name' | 'registration'>;
  onSave: Submit<WorkspaceValues>;
}

/** For those who run the workspace: its name and its door. */
export function WorkspaceSettings({ workspace, onSave }: WorkspaceSettingsProps) {
  const t = useT();
  const [changes, setChanges] = useState<Partial<WorkspaceValues>>({});
  const [saved, setSaved] = useState(false);
  const save = useSubmit(onSave);
  const values: WorkspaceValues = { name: workspace.name, registration: workspace.registration, ...changes };
  const change = (next: Partial<WorkspaceValues>) => {
    setSaved(false);
    setChanges({ ...changes, ...next });
  };
  const submit = async () => {
    if (save.busy || !(await save.run({ ...values, name: values.name.trim() }))) return;
    setChanges({});
    setSaved(true);
  };
  return (
    <form
      noValidate
      className="flex max-w-md flex-col gap-6"
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <TextField label={t.settings.workspaceName} error={save.of('name')} value={values.name} maxLength={64} onChange={(event) => change({ name: event.target.value })} />
      <ChoiceCards
        label={t.settings.registration}
        value={values.registration}
        onChange={(registration) => change({ registration })}
        choices={[
          { value: 'invite', label: t.settings.registrationInvite, hint: t.settings.registrationInviteHint },
          { value: 'open', label: t.settings.registrationOpen, hint: t.settings.registrationOpenHint },
          { value: 'closed', label: t.settings.registrationClosed, hint: t.settings.registrationClosedHint },
        ]}
      />
      <FormProblem sentence={save.beside('name')} />
      <div className="flex items-center gap-3">
        <Button type="submit" tone="primary" busy={save.busy} disabled={values.name.trim() === ''}>
          {t.settings.saveWorkspace}
        </Button>
        <span role="status" className="text-md font-medium text-pine-ink">
          {saved && t.common.saved}
        </span>
      </div>
    </form>
  );
}
