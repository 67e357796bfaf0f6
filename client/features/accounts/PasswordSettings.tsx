import { useState } from 'react';
import { wordsHook } from '#client/lib/i18n.ts';
import { authWords } from './en.ts';
import { settingsWords } from '#client/features/settings/en.ts';
import { focusInvalid, useSubmit, type Submit } from '#client/lib/problem.ts';
import { limits } from '#shared/limits.ts';
import { Form } from '#client/ui/Form.tsx';
import { FormProblem } from '#client/ui/FormProblem.tsx';
import { SaveRow } from '#client/ui/SaveRow.tsx';
import { PasswordField } from './PasswordField.tsx';

const useT = wordsHook({ auth: authWords, settings: settingsWords });

export interface PasswordValues {
  currentPassword: string;
  newPassword: string;
}
export interface PasswordSettingsProps {
  /** For password managers. */
  name: string;
  onChange: Submit<PasswordValues>;
}

const empty: PasswordValues = { currentPassword: '', newPassword: '' };

/** A new password for the one that is known; it is emptied when it went well. */
export function PasswordSettings({ name, onChange }: PasswordSettingsProps) {
  const t = useT();
  const [values, setValues] = useState(empty);
  const [done, setDone] = useState(false);
  const change = useSubmit(onChange);
  const bind = (field: keyof PasswordValues) => ({
    name: field,
    value: values[field],
    error: change.of(field),
    maxLength: limits.password.max,
    required: true,
    onChange: (event: { target: { value: string } }) => {
      setDone(false);
      setValues({ ...values, [field]: event.target.value });
    },
  });
  const submit = async (form: HTMLFormElement) => {
    if (change.busy) return;
    if (!(await change.run(values))) return focusInvalid(form);
    setValues(empty);
    setDone(true);
  };
  return (
    <Form className="flex max-w-sm flex-col gap-4" onSubmit={(form) => void submit(form)}>
      <input type="text" name="username" autoComplete="username" value={name} readOnly hidden />
      <PasswordField {...bind('currentPassword')} label={t.settings.currentPassword} autoComplete="current-password" />
      <PasswordField
        {...bind('newPassword')}
        label={t.settings.newPassword}
        hint={t.auth.passwordHint(limits.password.min)}
        autoComplete="new-password"
      />
      <FormProblem sentence={change.beside('currentPassword', 'newPassword')} />
      <SaveRow
        label={t.settings.changePassword}
        busy={change.busy}
        disabled={values.currentPassword === '' || values.newPassword === ''}
        done={done ? t.settings.passwordChanged : null}
      />
    </Form>
  );
}
