import { useSubmit, type Submit } from '#client/lib/problem.ts';
import { wordsHook } from '#client/lib/i18n.ts';
import { authWords } from './en.ts';
import { limits } from '#shared/limits.ts';
import { Button } from '#client/ui/Button.tsx';
import { Form } from '#client/ui/Form.tsx';
import { FormProblem } from '#client/ui/FormProblem.tsx';
import { TextField } from '#client/ui/TextField.tsx';
import type { AccountDraft } from './account-draft.ts';
import { PasswordField } from './PasswordField.tsx';

const useT = wordsHook({ auth: authWords });

export interface LoginValues {
  name: string;
  password: string;
}
interface LoginFormProps {
  draft: AccountDraft;
  onDraft: (change: Partial<AccountDraft>) => void;
  onLogin: Submit<LoginValues>;
}

/** Name and password; they stay when the server refuses them. */
export function LoginForm({ draft, onDraft, onLogin }: LoginFormProps) {
  const t = useT();
  const login = useSubmit(onLogin);
  return (
    <Form
      className="flex flex-col gap-4"
      onSubmit={() => void (!login.busy && login.run({ name: draft.name.trim(), password: draft.password }))}
    >
      <TextField
        label={t.auth.name}
        name="name"
        value={draft.name}
        onChange={(event) => onDraft({ name: event.target.value })}
        error={login.of('name')}
        autoComplete="username"
        autoCapitalize="off"
        autoCorrect="off"
        spellCheck={false}
        autoFocus
        required
      />
      <PasswordField
        label={t.auth.password}
        name="password"
        value={draft.password}
        onChange={(event) => onDraft({ password: event.target.value })}
        error={login.of('password')}
        autoComplete="current-password"
        maxLength={limits.password.max}
        required
      />
      <FormProblem sentence={login.beside('name', 'password')} />
      <Button type="submit" tone="primary" size="lg" wide busy={login.busy} className="mt-1">
        {login.busy ? t.auth.loggingIn : t.auth.logIn}
      </Button>
    </Form>
  );
}
