import { Check, Copy } from 'lucide-react';
import { useState } from 'react';
import type { Invite } from '#shared/invites.ts';
import { relativeTime } from '#client/lib/dates.ts';
import { useLanguage, wordsHook, type WordsIn } from '#client/lib/i18n.ts';
import { commonWords } from '#client/lib/en.ts';
import { invitesWords } from './en.ts';
import { Button } from '#client/ui/Button.tsx';
import { IconButton } from '#client/ui/IconButton.tsx';
import { useCopy } from './use-copy.ts';

const useT = wordsHook({ common: commonWords, invites: invitesWords });
type Dictionary = WordsIn<{ common: typeof commonWords; invites: typeof invitesWords }>;

interface InviteRowProps {
  invite: Invite;
  url: string;
  onWithdraw: () => Promise<void>;
}

/** Why a link does not work any more; null while it does. */
function endedBy(invite: Invite, { invites }: Dictionary): string | null {
  if (invite.revokedAt !== null) return invites.revoked;
  if (invite.expiresAt !== null && invite.expiresAt <= Date.now()) return invites.expired;
  return invite.maxUses !== null && invite.uses >= invite.maxUses ? invites.usedUp : null;
}

/** One link: its last letters, how long it lives, how often it was used. */
export function InviteRow({ invite, url, onWithdraw }: InviteRowProps) {
  const t = useT();
  const language = useLanguage();
  const { copied, copy } = useCopy();
  const [busy, setBusy] = useState(false);
  const code = invite.code.slice(-4);
  const ended = endedBy(invite, t);
  const expiry =
    invite.expiresAt === null
      ? t.invites.neverExpires
      : t.invites.expiresWhen(relativeTime(language, invite.expiresAt, Date.now()));
  const withdraw = async () => {
    setBusy(true);
    await onWithdraw();
    setBusy(false);
  };
  return (
    <li className="flex items-center gap-2 py-2">
      <p className="min-w-0 flex-1 text-md">
        <span className={`font-mono ${ended ? 'text-faint line-through' : 'font-semibold'}`}>…{code}</span>
        <span className="block text-sm text-faint">
          {ended ?? expiry} · {t.invites.used(invite.uses, invite.maxUses)}
        </span>
      </p>
      {!ended && (
        <>
          <IconButton
            icon={copied ? Check : Copy}
            label={copied ? t.common.copied : t.invites.copyLinkOf(code)}
            onClick={() => void copy(url)}
          />
          <Button
            tone="dangerQuiet"
            size="sm"
            busy={busy}
            aria-label={t.invites.revokeLink(code)}
            onClick={() => void withdraw()}
          >
            {t.invites.revoke}
          </Button>
        </>
      )}
    </li>
  );
}
