import { wordsHook, type WordsIn } from '#client/lib/i18n.ts';
import { commonWords } from '#client/lib/en.ts';
import { navigationWords } from './en.ts';
import { closeDialog } from '#client/lib/overlays.ts';
import { usePreferences } from '#client/lib/preferences.ts';
import { Dialog } from '#client/ui/Dialog.tsx';
import { Kbd } from '#client/ui/Kbd.tsx';
import { altKey, modifierKey, shiftKey } from '#client/ui/platform.ts';

const useT = wordsHook({ common: commonWords, navigation: navigationWords });
type Dictionary = WordsIn<{ common: typeof commonWords; navigation: typeof navigationWords }>;

interface Group {
  title: string;
  keys: readonly (readonly [keys: string, does: string])[];
}

function groupsOf({ navigation }: Dictionary, enterSends: boolean): Group[] {
  return [
    {
      title: navigation.groupMove,
      keys: [
        [`${modifierKey} K`, navigation.openSwitcher],
        [`${altKey} ↑`, navigation.previousRoom],
        [`${altKey} ↓`, navigation.nextRoom],
        [`${altKey} ${shiftKey} ↑`, navigation.previousUnread],
        [`${altKey} ${shiftKey} ↓`, navigation.nextUnread],
        ['Esc', navigation.cancel],
        ['?', navigation.showShortcuts],
      ],
    },
    {
      title: navigation.groupWrite,
      keys: [
        [enterSends ? 'Enter' : `${modifierKey} Enter`, navigation.send],
        [enterSends ? `${shiftKey} Enter` : 'Enter', navigation.newLine],
        ['@', navigation.mention],
        ['↑', navigation.editLast],
      ],
    },
    {
      title: navigation.groupMessages,
      keys: [
        ['↑ ↓', navigation.moveInLog],
        ['R', navigation.reply],
        ['E', navigation.edit],
        ['+', navigation.react],
      ],
    },
  ];
}

/** `?`: what the keys do. */
export default function ShortcutsDialog() {
  const t = useT();
  const { enterSends } = usePreferences();
  return (
    <Dialog title={t.navigation.shortcuts} closeLabel={t.common.close} onClose={closeDialog} width={680}>
      <div className="gap-8 sm:columns-2">
        {groupsOf(t, enterSends).map((group) => (
          <section key={group.title} className="mb-6 break-inside-avoid">
            <h3 className="mb-1.5 text-sm font-semibold text-faint">{group.title}</h3>
            <dl className="divide-y divide-line">
              {group.keys.map(([keys, does]) => (
                <div key={does} className="flex items-center justify-between gap-4 py-1.5">
                  <dt className="text-md">{does}</dt>
                  <dd className="shrink-0">
                    <Kbd keys={keys} />
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Dialog>
  );
}
