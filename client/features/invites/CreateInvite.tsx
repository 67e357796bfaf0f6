import { useState } from 'react';
import type { Invite } from '#shared/invites.ts';
import { wordsHook } from '#client/lib/i18n.ts';
import { invitesWords } from './en.ts';
import type { Problem } from '#client/lib/problem.ts';
import { Button } from '#client/ui/Button.tsx';
import { Form } from '#client/ui/Form.tsx';
import { FormProblem } from '#client/ui/FormProblem.tsx';
import { Select } from '#client/ui/Select.tsx';
import { CopyField } from './CopyField.tsx';

const useT = wordsHook({ invites: invitesWords });

export interface InviteValues {
  /** Null: never. */
  expiresInHours: number | null;
  /** Null: no limit. */
  maxUses: number | null;
}
interface CreateInviteProps {
  urlOf: (invite: Invite) => string;
  onCreate: (values: InviteValues) => Promise<{ invite: Invite } | { problem: Problem }>;
}

const lifetimes = [1, 24, 168, 720] as const;
const uses = [1, 5, 10, 50] as const;
const numberOr = (text: string): number | null => (text === 'none' ? null : Number(text));

/** How long and for how many, and then the link itself, ready to copy. */
export function CreateInvite({ urlOf, onCreate }: CreateInviteProps) {
  const t = useT();
  const [hours, setHours] = useState('168');
  const [most, setMost] = useState('none');
  const [busy, setBusy] = useState(false);
  const [made, setMade] = useState<Invite | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const create = async () => {
    setBusy(true);
    const result = await onCreate({ expiresInHours: numberOr(hours), maxUses: numberOr(most) });
    setBusy(false);
    setProblem('problem' in result ? result.problem : null);
    if ('invite' in result) setMade(result.invite);
  };
  return (
    <div className="flex flex-col gap-4 rounded-lg bg-well p-4">
      <Form className="flex flex-wrap items-end gap-3" onSubmit={() => void (!busy && create())}>
        <Choices hours={hours} onHours={setHours} most={most} onMost={setMost} />
        <Button type="submit" tone={made ? 'plain' : 'primary'} busy={busy} data-autofocus="" className="max-sm:w-full">
          {t.invites.create}
        </Button>
      </Form>
      <FormProblem sentence={problem?.sentence ?? null} />
      {made && <CopyField key={made.id} label={t.invites.newLink} hint={t.invites.newLinkHint} value={urlOf(made)} />}
    </div>
  );
}

interface ChoicesProps {
  hours: string;
  onHours: (hours: string) => void;
  most: string;
  onMost: (most: string) => void;
}

function Choices({ hours, onHours, most, onMost }: ChoicesProps) {
  const { invites } = useT();
  const lifetime = (value: number) => (value < 24 ? invites.hours(value) : invites.days(value / 24));
  const times = lifetimes.map((value) => ({ value: String(value), label: lifetime(value) }));
  const counts = uses.map((value) => ({ value: String(value), label: invites.usesOf(value) }));
  return (
    <>
      <div className="min-w-32 flex-1">
        <Select
          label={invites.expires}
          value={hours}
          onChange={onHours}
          choices={[...times, { value: 'none', label: invites.never }]}
        />
      </div>
      <div className="min-w-32 flex-1">
        <Select
          label={invites.uses}
          value={most}
          onChange={onMost}
          choices={[{ value: 'none', label: invites.unlimited }, ...counts]}
        />
      </div>
    </>
  );
}
