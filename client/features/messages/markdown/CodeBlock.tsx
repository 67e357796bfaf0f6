import { wordsHook } from '#client/lib/i18n.ts';
import { commonWords } from '#client/lib/en.ts';
import { composerWords } from '#client/features/composer/en.ts';
import { messagesWords } from '#client/features/messages/en.ts';
import { part } from '#client/lib/load-part.ts';
import { Icon } from '#client/ui/Icon.tsx';
import { Check, Copy } from 'lucide-react';
import { useEffect, useState } from 'react';
import type { Token } from './highlight.ts';

const useT = wordsHook({ common: commonWords, composer: composerWords, messages: messagesWords });

const colours: Readonly<Record<string, string>> = {
  comment: 'text-faint italic',
  quote: 'text-faint italic',
  keyword: 'text-coral-ink',
  deletion: 'text-coral-ink',
  selector: 'text-coral-ink',
  name: 'text-coral-ink',
  string: 'text-pine-ink',
  addition: 'text-pine-ink',
  regexp: 'text-pine-ink',
  number: 'text-marigold-ink',
  literal: 'text-marigold-ink',
  symbol: 'text-marigold-ink',
  attr: 'text-marigold-ink',
  title: 'font-semibold',
  section: 'font-semibold',
};

const loadHighlighter = part(() => import('./highlight.ts'));

function useTokens(code: string, language: string): Token[] | null {
  const [tokens, setTokens] = useState<{ code: string; tokens: Token[] | null } | null>(null);
  useEffect(() => {
    if (!language) return;
    let current = true;
    // Until the highlighter is loaded the code is all there, in one colour.
    void loadHighlighter().then(({ highlight }) => current && setTokens({ code, tokens: highlight(code, language) }));
    return () => {
      current = false;
    };
  }, [code, language]);
  return tokens?.code === code ? tokens.tokens : null;
}

/** Code alone, for a message of so many blocks that buttons and captions would cost more than they help. */
export function BareCode({ code }: { code: string }) {
  return (
    <pre dir="ltr" className="my-0.5 overflow-x-auto rounded-md bg-well px-3 py-1 font-mono text-sm whitespace-pre">
      <code>{code}</code>
    </pre>
  );
}

/** Code as it is, with its language and a button that copies it; colours come when the highlighter is loaded. */
export function CodeBlock({ code, language }: { code: string; language: string }) {
  const t = useT();
  const tokens = useTokens(code, language.split(/\s/u)[0]?.toLowerCase() ?? '');
  return (
    <figure className="group/code my-0.5 max-w-full min-w-0 overflow-hidden rounded-md border border-line bg-well">
      <figcaption className="flex min-h-8 items-center justify-between gap-2 pl-3 text-xs text-faint">
        <span className="min-w-0 truncate font-mono">{language}</span>
        <CopyCode code={code} />
      </figcaption>
      <pre
        dir="ltr"
        tabIndex={0}
        aria-label={language || t.composer.codeBlock}
        role="region"
        className="overflow-x-auto px-3 pb-2.5 font-mono text-sm leading-normal whitespace-pre"
      >
        <code>
          {tokens?.map((token, index) => (
            <span key={index} className={colours[token.kind ?? '']}>
              {token.text}
            </span>
          )) ?? code}
        </code>
      </pre>
    </figure>
  );
}

function CopyCode({ code }: { code: string }) {
  const t = useT();
  const [copied, setCopied] = useState(false);
  useEffect(() => {
    if (!copied) return;
    const timer = setTimeout(() => setCopied(false), 2_000);
    return () => clearTimeout(timer);
  }, [copied]);
  return (
    <button
      type="button"
      onClick={async () => {
        await navigator.clipboard.writeText(code);
        setCopied(true);
      }}
      aria-label={t.messages.copyCode}
      className="tap inline-flex min-h-8 items-center justify-center gap-1.5 px-2.5 font-medium text-soft hover:text-ink focus-visible:outline-offset-[-3px]"
    >
      <Icon of={copied ? Check : Copy} size={14} />
      <span aria-live="polite">{copied ? t.common.copied : t.common.copy}</span>
    </button>
  );
}
