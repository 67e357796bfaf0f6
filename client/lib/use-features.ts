import { createContext, useContext, useEffect, useMemo, useSyncExternalStore } from 'react';
import type { Actions, OfferedActions } from './actions.ts';
import type { Feature } from './feature.ts';
import { afterFirstScreen, whenIdle } from './idle.ts';
import type { NoticeKey, NoticeSentence } from './notices.ts';
import { onDemand, type OnDemand } from './on-demand.ts';
import { type Session, useSession } from './session.ts';
import type { AnySnapshot } from './snapshots.ts';

/** The features as one. */
export interface Features {
  readonly notices: ReadonlyMap<NoticeKey, NoticeSentence>;
  readonly actions: OnDemand<Required<Actions>>;
  /** Read when a room is opened. */
  readonly roomSnapshots: readonly AnySnapshot[];
}

export function joinFeatures(features: readonly Feature[]): Features {
  const actions = onDemand(async () => {
    const all = await Promise.all(features.map(async (feature): Promise<Actions> => (await feature.actions?.()) ?? {}));
    return {
      roomActions: all.flatMap(({ roomActions = [] }) => roomActions),
      messageActions: all.flatMap(({ messageActions = [] }) => messageActions),
    };
  });
  whenIdle(actions.load);
  const sentences = features.flatMap(({ notices = [] }) => notices);
  const snapshots = features.flatMap((feature) => feature.snapshots ?? []);
  return {
    notices: new Map(sentences.map((sentence) => [sentence.key, sentence])),
    actions,
    roomSnapshots: snapshots.filter(({ scope, boot }) => scope === 'room' && boot),
  };
}

export const FeaturesContext = createContext<Features | null>(null);

export function useFeatures(): Features {
  const features = useContext(FeaturesContext);
  if (!features) throw new Error('useFeatures is for the signed-in page');
  return features;
}

const none: Required<Actions> = { roomActions: [], messageActions: [] };

const bind = (loaded: Required<Actions>, session: Session): OfferedActions => ({
  roomActions: loaded.roomActions.map(({ run, ...action }) => ({ ...action, run: (on) => run(on, session) })),
  messageActions: loaded.messageActions.map(({ run, ...action }) => ({ ...action, run: (on) => run(on, session) })),
});

/** The actions of all features, for the person who is signed in; none until they are loaded. */
export function useActions(): OfferedActions {
  const { actions } = useFeatures();
  const session = useSession();
  useEffect(() => afterFirstScreen(() => void actions.load()), [actions]);
  const loaded = useSyncExternalStore(actions.subscribe, actions.get) ?? none;
  return useMemo(() => bind(loaded, session), [loaded, session]);
}

/** Calls `use` with the actions of all features: at once where they are loaded, otherwise when they are. */
export function useWithActions(): (use: (actions: OfferedActions) => void) => void {
  const { actions } = useFeatures();
  const session = useSession();
  return (use) => {
    const loaded = actions.get();
    if (loaded) use(bind(loaded, session));
    else void actions.load().then(() => use(bind(actions.get() ?? none, session)));
  };
}
