import { useEffect, useState } from 'react';

const shownMs = 2_000;

/** Without HTTPS there is no clipboard for scripts, and the old way still works. */
function copyBySelection(text: string): void {
  const area = document.createElement('textarea');
  area.value = text;
  (document.querySelector('dialog[open]') ?? document.body).append(area);
  area.select();
  document.execCommand('copy');
  area.remove();
}

/** Puts text on the clipboard; `copied` is true for two seconds after. */
export function useCopy(): { copied: boolean; copy: (text: string) => Promise<void> } {
  const [copiedAt, setCopiedAt] = useState(0);
  useEffect(() => {
    if (copiedAt === 0) return;
    const timer = setTimeout(() => setCopiedAt(0), shownMs);
    return () => clearTimeout(timer);
  }, [copiedAt]);
  const copy = async (text: string) => {
    try {
      await navigator.clipboard.writeText(text);
    } catch {
      copyBySelection(text);
    }
    setCopiedAt(Date.now());
  };
  return { copied: copiedAt > 0, copy };
}
