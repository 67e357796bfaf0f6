import { wordsHook } from '#client/lib/i18n.ts';
import { commonWords } from '#client/lib/en.ts';
import { shellWords } from './en.ts';
import { dismissToast, useToasts } from '#client/lib/toasts.ts';
import { ToastRegion } from '#client/ui/ToastRegion.tsx';

const useT = wordsHook({ common: commonWords, shell: shellWords });

/** Short news at the edge of the page. */
export default function Toasts() {
  const t = useT();
  const toasts = useToasts((state) => state.toasts);
  return <ToastRegion toasts={toasts} label={t.shell.news} onDismiss={dismissToast} dismissLabel={t.common.dismiss} />;
}
