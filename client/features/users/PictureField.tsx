import { useRef, useState, type ChangeEvent } from 'react';
import type { User } from '#shared/users.ts';
import { wordsHook } from '#client/lib/i18n.ts';
import { settingsWords } from '#client/features/settings/en.ts';
import { useSubmit, type Submit } from '#client/lib/problem.ts';
import { Avatar } from '#client/ui/Avatar.tsx';
import { Button } from '#client/ui/Button.tsx';
import { FormProblem } from '#client/ui/FormProblem.tsx';
import { avatarOf } from './person.ts';
import { squarePicture } from './square-picture.ts';

const useT = wordsHook({ settings: settingsWords });

/** Sends what was chosen; `sending` is which of the two buttons is busy. */
function usePicture(onPicture: Submit<string | null>) {
  const [unreadable, setUnreadable] = useState(false);
  const [removing, setRemoving] = useState(false);
  const send = useSubmit(onPicture);
  return {
    sending: send.busy && !removing,
    removing: send.busy && removing,
    unreadable,
    problem: send.beside(),
    choose: async (file: File) => {
      const picture = await squarePicture(file);
      setUnreadable(picture === null);
      setRemoving(false);
      if (picture !== null) await send.run(picture);
    },
    remove: () => {
      setUnreadable(false);
      setRemoving(true);
      void send.run(null);
    },
  };
}

/** One's picture: chosen from the device, cropped to a square, sent at once. */
export function PictureField({ me, onPicture }: { me: User; onPicture: Submit<string | null> }) {
  const t = useT();
  const input = useRef<HTMLInputElement>(null);
  const picture = usePicture(onPicture);
  const onChange = (event: ChangeEvent<HTMLInputElement>) => {
    const file = event.target.files?.[0];
    // The same file may be chosen again after an error.
    event.target.value = '';
    if (file) void picture.choose(file);
  };
  return (
    <div className="flex flex-col gap-3">
      <div className="flex items-center gap-5">
        <Avatar {...avatarOf(me)} size={88} />
        <div className="flex min-w-0 flex-col items-start gap-2">
          <div className="flex flex-wrap gap-2">
            <Button busy={picture.sending} onClick={() => input.current?.click()}>
              {t.settings.chooseAvatar}
            </Button>
            {me.avatarVersion > 0 && (
              <Button tone="dangerQuiet" busy={picture.removing} onClick={picture.remove}>
                {t.settings.removeAvatar}
              </Button>
            )}
          </div>
          <p className="text-sm text-faint">{t.settings.avatarHint}</p>
        </div>
      </div>
      <input
        ref={input}
        type="file"
        accept="image/png,image/jpeg,image/webp"
        hidden
        aria-label={t.settings.chooseAvatar}
        onChange={onChange}
      />
      <FormProblem sentence={picture.unreadable ? t.settings.avatarUnreadable : picture.problem} />
    </div>
  );
}
