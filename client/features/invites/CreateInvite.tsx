import { useState } from 'react';
import type { Invite } from '#shared/workspace.ts';
import { useT } from '#client/lib/i18n.ts';
import type { Problem } from '#client/lib/problem.ts';
import { Button } from '#client/ui/Button.tsx';
import { FormProblem } from '#client/ui/FormProblem.tsx';
import { Select } from '#client/ui/Select.tsx';
import { CopyField } from './CopyField.tsx';

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
  const lifetime = (value: number) => (value < 24 ? t.invites.hours(value) : t.invites.days(value / 24));
  return (
    <div className="flex flex-col gap-4 rounded-lg bg-well p-4">
      <form
        className="flex flex-wrap items-end gap-3"
        onSubmit={(event) => {
          event.preventDefault();
          if (!busy) void create();
        }}
      >
        <div className="min-w-32 flex-1">
          <Select
            label={t.invites.expires}
            value={hours}
            onChange={setHours}
            choices={[
              ...lifetimes.map((value) => ({ value: String(value), label: lifetime(value) })),
              { value: 'none', label: t.invites.never },
            ]}
          />
        </div>
        <div className="min-w-32 flex-1">
          <Select
            label={t.invites.uses}
            value={most}
            onChange={setMost}
            choices={[
              { value: 'none', label: t.invites.unlimited },
              ...uses.map((value) => ({ value: String(value), label: t.invites.usesOf(value) })),
            ]}
          />
        </div>
        <Button type="submit" tone={made ? 'plain' : 'primary'} busy={busy} data-autofocus="" className="max-sm:w-full">
          {t.invites.create}
        </Button>
      </form>
      <FormProblem sentence={problem?.sentence ?? null} />
      {made && <CopyField key={made.id} label={t.invites.newLink} hint={t.invites.newLinkHint} value={urlOf(made)} />}
    </div>
  );
}
