import { useEffect, useRef } from 'react';
import { wordsHook } from '#client/lib/i18n.ts';
import { commonWords } from '#client/lib/en.ts';
import { Button } from '#client/ui/Button.tsx';
import { TextField } from '#client/ui/TextField.tsx';
import { useCopy } from './use-copy.ts';

const useT = wordsHook({ common: commonWords });

interface CopyFieldProps {
  label: string;
  hint: string;
  value: string;
}

/** Something to hand on: shown whole, marked when it comes, and copied by one press. */
export function CopyField({ label, hint, value }: CopyFieldProps) {
  const t = useT();
  const { copied, copy } = useCopy();
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.querySelector('input')?.select(), []);
  return (
    <div ref={box} className="flex animate-enter items-start gap-2 border-t border-line pt-4">
      <div className="min-w-0 flex-1">
        <TextField label={label} hint={hint} value={value} readOnly onFocus={(event) => event.target.select()} />
      </div>
      <Button tone="primary" onClick={() => void copy(value)} className="mt-[26px] min-w-24">
        {copied ? t.common.copied : t.common.copy}
      </Button>
      <span role="status" className="sr-only">
        {copied && t.common.copied}
      </span>
    </div>
  );
}
