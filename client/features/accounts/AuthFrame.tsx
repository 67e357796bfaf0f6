import type { ReactNode } from 'react';
import { chooseLanguage, useLanguage, wordsHook } from '#client/lib/i18n.ts';
import { authWords } from './en.ts';
import { Logo } from '#client/ui/Logo.tsx';

const useT = wordsHook({ auth: authWords });

interface AuthFrameProps {
  title: string;
  hint?: string | undefined;
  children: ReactNode;
  /** Below the form: the way to the other one. */
  foot?: ReactNode;
}

/** The sheet that everything before signing in is written on. */
export function AuthFrame({ title, hint, children, foot }: AuthFrameProps) {
  return (
    <div className="safe-x flex min-h-full bg-sheet">
      <Conversation />
      <main className="flex min-h-dvh min-w-0 flex-1 flex-col px-5 py-6 sm:px-10">
        <div className="mx-auto flex w-full max-w-sm flex-1 flex-col justify-center pb-6">
          <Logo size={44} />
          <h1 className="mt-5 text-xl font-bold text-balance wrap-anywhere">{title}</h1>
          {hint && <p className="mt-1.5 text-base text-soft">{hint}</p>}
          <div className="mt-7">{children}</div>
          {foot && <div className="mt-6 flex flex-wrap items-center gap-x-1.5 text-md text-soft">{foot}</div>}
        </div>
        <Languages />
      </main>
    </div>
  );
}

function Languages() {
  const language = useLanguage();
  return (
    <footer className="safe-bottom mx-auto flex w-full max-w-sm gap-1">
      {(
        [
          ['en', 'English', 'en'],
          ['zh', '简体中文', 'zh-CN'],
        ] as const
      ).map(([value, label, tag]) => (
        <button
          key={value}
          type="button"
          lang={tag}
          aria-pressed={language === value}
          onClick={() => void chooseLanguage(value)}
          className="tap -ml-2 rounded-md px-2 py-1 text-sm text-faint hover:text-ink aria-pressed:font-semibold aria-pressed:text-ink [&+&]:ml-1"
        >
          {label}
        </button>
      ))}
    </footer>
  );
}

/** Two voices that meet, in two languages: a picture made of words, hidden from screen readers. */
function Conversation() {
  const t = useT();
  return (
    <aside
      aria-hidden="true"
      className="hidden w-[44%] max-w-2xl flex-col justify-between overflow-hidden bg-pine-wash p-12 lg:flex"
    >
      <p className="text-lg font-semibold text-pine-ink">Parley</p>
      <div className="flex flex-col gap-4 text-lg">
        <p className="max-w-[75%] self-start rounded-[22px_22px_22px_5px] bg-pine px-5 py-3 text-on-pine">
          Lunch at noon?
        </p>
        <p
          lang="zh-CN"
          className="max-w-[75%] self-end rounded-[22px_22px_5px_22px] bg-marigold px-5 py-3 text-[#2b1c00]"
        >
          好，老地方见。
        </p>
        <p className="max-w-[75%] self-start rounded-[22px_22px_22px_5px] bg-pine px-5 py-3 text-on-pine">
          I’ll bring the plans for Thursday.
        </p>
      </div>
      <p className="max-w-md text-2xl leading-tight font-bold text-balance text-pine-ink">{t.auth.tagline}</p>
    </aside>
  );
}
