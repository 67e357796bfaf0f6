import { focusInvalid, useSubmit, type Submit } from '#client/lib/problem.ts';
import { wordsHook } from '#client/lib/i18n.ts';
import { authWords } from './en.ts';
import { commonWords } from '#client/lib/en.ts';
import { limits } from '#shared/limits.ts';
import { Button } from '#client/ui/Button.tsx';
import { Form } from '#client/ui/Form.tsx';
import { FormProblem } from '#client/ui/FormProblem.tsx';
import { TextField, type TextFieldProps } from '#client/ui/TextField.tsx';
import type { AccountDraft } from './account-draft.ts';
import type { LoginValues } from './LoginForm.tsx';
import { PasswordField } from './PasswordField.tsx';

const useT = wordsHook({ auth: authWords, common: commonWords });

export interface RegisterValues extends LoginValues {
  /** Empty: the name serves. */
  displayName: string;
  /** Only on the first run. */
  workspaceName?: string;
}
interface RegisterFormProps {
  draft: AccountDraft;
  onDraft: (change: Partial<AccountDraft>) => void;
  onRegister: Submit<RegisterValues>;
  /** The first account also names the workspace. */
  owner: boolean;
}

const fields = ['workspaceName', 'name', 'displayName', 'password'];

function valuesOf(draft: AccountDraft, owner: boolean): RegisterValues {
  const values = { name: draft.name.trim(), displayName: draft.displayName.trim(), password: draft.password };
  return owner ? { ...values, workspaceName: draft.workspaceName.trim() } : values;
}

/** A new account; every field keeps what was typed, and shows its own problem. */
export function RegisterForm({ draft, onDraft, onRegister, owner }: RegisterFormProps) {
  const t = useT();
  const register = useSubmit(onRegister);
  const bind = (field: keyof AccountDraft) => ({
    name: field,
    value: draft[field],
    error: register.of(field),
    onChange: (event: { target: { value: string } }) => onDraft({ [field]: event.target.value }),
  });
  const submit = async (form: HTMLFormElement) => {
    if (!(await register.run(valuesOf(draft, owner)))) focusInvalid(form);
  };
  const idle = owner ? t.auth.createWorkspace : t.auth.register;
  return (
    <Form className="flex flex-col gap-4" onSubmit={(form) => void (!register.busy && submit(form))}>
      {owner && <WorkspaceField {...bind('workspaceName')} />}
      <TextField
        {...bind('name')}
        label={t.auth.name}
        hint={t.auth.nameHint}
        autoComplete="username"
        autoCapitalize="off"
        spellCheck={false}
        autoFocus={!owner}
        required
      />
      <TextField
        {...bind('displayName')}
        label={t.auth.displayName}
        hint={t.auth.displayNameHint}
        mark={t.common.optional}
        maxLength={limits.displayName}
        autoComplete="name"
      />
      <PasswordField
        {...bind('password')}
        label={t.auth.password}
        hint={t.auth.passwordHint(limits.password.min)}
        autoComplete="new-password"
        maxLength={limits.password.max}
        required
      />
      <FormProblem sentence={register.beside(...fields)} />
      <Button type="submit" tone="primary" size="lg" wide busy={register.busy} className="mt-1">
        {register.busy ? t.auth.registering : idle}
      </Button>
    </Form>
  );
}

function WorkspaceField(bound: Pick<TextFieldProps, 'name' | 'value' | 'error' | 'onChange'>) {
  const t = useT();
  return (
    <TextField
      {...bound}
      label={t.auth.workspaceName}
      hint={t.auth.workspaceNameHint}
      maxLength={limits.displayName}
      autoComplete="organization"
      autoFocus
    />
  );
}
