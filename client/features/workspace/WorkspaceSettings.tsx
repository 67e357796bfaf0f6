import { isBlank } from '#shared/blank.ts';
import type { RegistrationMode } from '#shared/auth.ts';
import type { Workspace } from '#shared/workspace.ts';
import { wordsHook } from '#client/lib/i18n.ts';
import { commonWords } from '#client/lib/en.ts';
import { settingsWords } from '#client/features/settings/en.ts';
import type { Submit } from '#client/lib/problem.ts';
import { useEdits } from '#client/lib/use-edits.ts';
import { ChoiceCards } from '#client/ui/ChoiceCards.tsx';
import { Form } from '#client/ui/Form.tsx';
import { FormProblem } from '#client/ui/FormProblem.tsx';
import { SaveRow } from '#client/ui/SaveRow.tsx';
import { TextField } from '#client/ui/TextField.tsx';

const useT = wordsHook({ common: commonWords, settings: settingsWords });

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
  const { name, registration } = workspace;
  const edits = useEdits<WorkspaceValues>({ name, registration }, (values) =>
    onSave({ ...values, name: values.name.trim() }),
  );
  return (
    <Form className="flex max-w-md flex-col gap-6" onSubmit={() => void edits.save()}>
      <TextField
        label={t.settings.workspaceName}
        error={edits.of('name')}
        value={edits.values.name}
        maxLength={64}
        autoComplete="organization"
        onChange={(event) => edits.change({ name: event.target.value })}
      />
      <ChoiceCards
        label={t.settings.registration}
        value={edits.values.registration}
        onChange={(chosen) => edits.change({ registration: chosen })}
        choices={[
          { value: 'invite', label: t.settings.registrationInvite, hint: t.settings.registrationInviteHint },
          { value: 'open', label: t.settings.registrationOpen, hint: t.settings.registrationOpenHint },
          { value: 'closed', label: t.settings.registrationClosed, hint: t.settings.registrationClosedHint },
        ]}
      />
      <FormProblem sentence={edits.beside('name')} />
      <SaveRow
        label={t.settings.saveWorkspace}
        busy={edits.busy}
        disabled={isBlank(edits.values.name)}
        done={edits.saved ? t.common.saved : null}
      />
    </Form>
  );
}
