import { Building2, KeyRound, MonitorSmartphone, Palette, UserRound, type LucideIcon } from 'lucide-react';
import { useEffect, useRef, type ReactNode } from 'react';
import { Link } from 'wouter';
import { wordsHook } from '#client/lib/i18n.ts';
import { commonWords } from '#client/lib/en.ts';
import { settingsWords } from './en.ts';
import { Icon } from '#client/ui/Icon.tsx';
import { Screen } from '#client/ui/Screen.tsx';

const useT = wordsHook({ common: commonWords, settings: settingsWords });

export type SettingsSection = 'profile' | 'account' | 'sessions' | 'appearance' | 'workspace';

export interface SettingsScreenProps {
  section: SettingsSection;
  /** Whether `workspace` is offered. */
  mayRunWorkspace: boolean;
  hrefOf: (section: SettingsSection) => string;
  /** Shown on a phone. */
  onClose: () => void;
  /** The section's own content: ProfileSettings, PasswordSettings … */
  children: ReactNode;
}

const icons: Record<SettingsSection, LucideIcon> = {
  profile: UserRound,
  account: KeyRound,
  sessions: MonitorSmartphone,
  appearance: Palette,
  workspace: Building2,
};
const everybodys: readonly SettingsSection[] = ['profile', 'account', 'sessions', 'appearance'];

/** The frame of all settings in the main column: sections at the left, or in a strip on a phone. */
export default function SettingsScreen({ section, mayRunWorkspace, hrefOf, onClose, children }: SettingsScreenProps) {
  const t = useT();
  const sections = mayRunWorkspace ? [...everybodys, 'workspace' as const] : everybodys;
  return (
    <Screen title={t.settings.title} backLabel={t.common.back} onBack={onClose}>
      <div className="mx-auto flex min-h-full w-full max-w-4xl flex-col md:flex-row">
        <nav
          aria-label={t.settings.sections}
          className="flex shrink-0 gap-0.5 overflow-x-auto [scrollbar-width:none] border-b border-line px-3 py-2 md:w-52 md:flex-col md:border-0 md:py-6 md:pl-4"
        >
          {sections.map((name) => (
            <SectionLink key={name} name={name} current={name === section} href={hrefOf(name)} />
          ))}
        </nav>
        <section aria-labelledby="settings-section" className="min-w-0 flex-1 px-5 py-6 md:px-8">
          <h2 id="settings-section" className="mb-5 text-xl font-bold">
            {t.settings[section]}
          </h2>
          {children}
        </section>
      </div>
    </Screen>
  );
}

function SectionLink({ name, current, href }: { name: SettingsSection; current: boolean; href: string }) {
  const t = useT();
  const link = useRef<HTMLAnchorElement>(null);
  useEffect(() => {
    if (current) link.current?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [current]);
  return (
    <Link
      ref={link}
      href={href}
      aria-current={current ? 'page' : undefined}
      className="tap flex h-9 shrink-0 items-center gap-2.5 rounded-md px-3 text-md whitespace-nowrap text-soft hover:bg-hover aria-[current=page]:bg-pine-wash aria-[current=page]:font-semibold aria-[current=page]:text-pine-ink"
    >
      <Icon of={icons[name]} size={17} className="max-md:hidden" />
      {t.settings[name]}
    </Link>
  );
}
