import { useState, type ReactNode } from 'react';
import type { RegistrationMode } from '#shared/auth.ts';
import type { InvitePreview } from '#shared/invites.ts';
import type { Submit } from '#client/lib/problem.ts';
import { wordsHook, type WordsIn } from '#client/lib/i18n.ts';
import { authWords } from './en.ts';
import { Banner } from '#client/ui/Banner.tsx';
import { Button } from '#client/ui/Button.tsx';
import { FormProblem } from '#client/ui/FormProblem.tsx';
import { Skeleton } from '#client/ui/Skeleton.tsx';
import { VisuallyHidden } from '#client/ui/VisuallyHidden.tsx';
import { AuthFrame } from './AuthFrame.tsx';
import { emptyDraft } from './account-draft.ts';
import { LoginForm, type LoginValues } from './LoginForm.tsx';
import { RegisterForm, type RegisterValues } from './RegisterForm.tsx';

const useT = wordsHook({ auth: authWords });
type Dictionary = WordsIn<{ auth: typeof authWords }>;

export type { LoginValues } from './LoginForm.tsx';
export type { RegisterValues } from './RegisterForm.tsx';

/** What the address and the server's status ask for. */
export type AuthView =
  | { kind: 'login' }
  /** Open registration without an invite; where it is closed the screen says so. */
  | { kind: 'register' }
  | { kind: 'owner' }
  | { kind: 'inviteChecking' }
  | { kind: 'invite'; preview: InvitePreview }
  | { kind: 'inviteRefused'; sentence: string };

export interface AuthScreenProps {
  /** One mounted screen serves all views, so that what was typed survives going between them. */
  view: AuthView;
  workspaceName: string;
  registration: RegistrationMode;
  /** The person was signed in before, and is no more. */
  sessionEnded?: boolean;
  onView: (kind: 'login' | 'register') => void;
  onLogin: Submit<LoginValues>;
  onRegister: Submit<RegisterValues>;
}

function headOf(
  { view, workspaceName, registration }: AuthScreenProps,
  t: Dictionary,
): { title: string; hint?: string } {
  switch (view.kind) {
    case 'login':
      return { title: t.auth.logInTo(workspaceName) };
    case 'register':
      return {
        title: t.auth.joinWorkspace(workspaceName),
        ...(registration === 'open' ? {} : { hint: t.auth.closedHint }),
      };
    case 'owner':
      return { title: t.auth.firstRunTitle, hint: t.auth.firstRunHint };
    case 'inviteChecking':
      return { title: t.auth.inviteChecking };
    case 'invite':
      return {
        title: t.auth.joinWorkspace(view.preview.workspaceName),
        hint: t.auth.invitedBy(view.preview.invitedBy),
      };
    case 'inviteRefused':
      return { title: t.auth.inviteTitle };
  }
}

/** Everything before somebody is signed in. */
export function AuthScreen(props: AuthScreenProps) {
  const { view, registration, sessionEnded = false, onView, onLogin, onRegister } = props;
  const t = useT();
  const [draft, setDraft] = useState(emptyDraft);
  const drafting = {
    draft,
    onDraft: (change: Partial<typeof draft>) => setDraft((before) => ({ ...before, ...change })),
  };
  const closed = view.kind === 'register' && registration !== 'open';
  return (
    <AuthFrame
      {...headOf(props, t)}
      foot={<OtherWay kind={closed ? 'inviteRefused' : view.kind} registration={registration} onView={onView} />}
    >
      {view.kind === 'login' && sessionEnded && (
        <div className="mb-5 overflow-hidden rounded-md">
          <Banner tone="warning" title={t.auth.sessionEnded} />
        </div>
      )}
      {view.kind === 'login' && <LoginForm {...drafting} onLogin={onLogin} />}
      {(view.kind === 'owner' || view.kind === 'invite' || (view.kind === 'register' && !closed)) && (
        <RegisterForm {...drafting} owner={view.kind === 'owner'} onRegister={onRegister} />
      )}
      {view.kind === 'inviteChecking' && <Checking label={t.auth.inviteChecking} />}
      {view.kind === 'inviteRefused' && <FormProblem sentence={view.sentence} />}
      {(view.kind === 'inviteRefused' || closed) && (
        <Button tone="primary" size="lg" wide className="mt-5" onClick={() => onView('login')}>
          {t.auth.goToLogin}
        </Button>
      )}
    </AuthFrame>
  );
}

function OtherWay({
  kind,
  registration,
  onView,
}: {
  kind: AuthView['kind'];
  registration: RegistrationMode;
  onView: AuthScreenProps['onView'];
}): ReactNode {
  const t = useT();
  const link = (to: 'login' | 'register', question: string, label: string) => (
    <>
      <span>{question}</span>
      <button
        type="button"
        onClick={() => onView(to)}
        className="tap rounded-sm font-semibold text-pine-ink underline-offset-4 hover:underline"
      >
        {label}
      </button>
    </>
  );
  if (kind === 'login')
    return registration === 'open' ? link('register', t.auth.noAccount, t.auth.register) : t.auth.closedHint;
  if (kind === 'register' || kind === 'invite') return link('login', t.auth.haveAccount, t.auth.logIn);
  return null;
}

function Checking({ label }: { label: string }) {
  return (
    <div role="status" className="flex flex-col gap-5">
      <VisuallyHidden>{label}</VisuallyHidden>
      {[0, 1, 2].map((row) => (
        <Skeleton key={row} className="h-10" />
      ))}
    </div>
  );
}
