import { Eye, EyeOff } from 'lucide-react';
import { useState } from 'react';
import { wordsHook } from '#client/lib/i18n.ts';
import { authWords } from './en.ts';
import { IconButton } from '#client/ui/IconButton.tsx';
import { TextField, type TextFieldProps } from '#client/ui/TextField.tsx';

const useT = wordsHook({ auth: authWords });

type PasswordFieldProps = Omit<TextFieldProps, 'type' | 'end' | 'autoComplete'> & {
  /** For password managers. */
  autoComplete: 'current-password' | 'new-password';
};

/** A password, with a button that shows it. */
export function PasswordField(props: PasswordFieldProps) {
  const t = useT();
  const [shown, setShown] = useState(false);
  return (
    <TextField
      {...props}
      type={shown ? 'text' : 'password'}
      autoCapitalize="off"
      autoCorrect="off"
      spellCheck={false}
      end={
        <IconButton
          icon={shown ? EyeOff : Eye}
          label={shown ? t.auth.hidePassword : t.auth.showPassword}
          onClick={() => setShown(!shown)}
        />
      }
    />
  );
}
