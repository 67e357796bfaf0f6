import { Monitor, Moon, Sun } from 'lucide-react';
import { chooseLanguage, useLanguage, wordsHook } from '#client/lib/i18n.ts';
import { settingsWords } from '#client/features/settings/en.ts';
import { savePreference, usePreferences } from '#client/lib/preferences.ts';
import { Segmented } from '#client/ui/Segmented.tsx';
import { Switch } from '#client/ui/Switch.tsx';

const useT = wordsHook({ settings: settingsWords });

/** Language, theme and what Enter does; kept on this device. */
export function AppearanceSettings() {
  const t = useT();
  const language = useLanguage();
  const { theme, enterSends } = usePreferences();
  return (
    <div className="flex max-w-md flex-col gap-6">
      <Segmented
        label={t.settings.theme}
        value={theme}
        onChange={(value) => savePreference('theme', value)}
        segments={[
          { value: 'system', label: t.settings.themeSystem, icon: Monitor },
          { value: 'light', label: t.settings.themeLight, icon: Sun },
          { value: 'dark', label: t.settings.themeDark, icon: Moon },
        ]}
      />
      <Segmented
        label={t.settings.language}
        value={language}
        onChange={(value) => void chooseLanguage(value)}
        segments={[
          { value: 'en', label: 'English', lang: 'en' },
          { value: 'zh', label: '简体中文', lang: 'zh-CN' },
        ]}
      />
      <Switch
        label={t.settings.enterSends}
        hint={t.settings.enterSendsHint}
        checked={enterSends}
        onChange={(checked) => savePreference('enterSends', checked)}
      />
      <p className="text-sm text-faint">{t.settings.deviceHint}</p>
    </div>
  );
}
