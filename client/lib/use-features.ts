import { createContext, useContext, useEffect, useSyncExternalStore } from 'react';
import type { Notice } from '#shared/messages.ts';
import type { Actions } from './actions.ts';
import type { Feature } from './feature.ts';
import { whenIdle } from './idle.ts';
import type { NoticeSentence } from './notices.ts';
import { onDemand, type OnDemand } from './on-demand.ts';

/** The features as one. */
export interface Features {
  readonly notices: ReadonlyMap<Notice['type'], NoticeSentence>;
  readonly actions: OnDemand<Required<Actions>>;
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
  return { notices: new Map(sentences.map((sentence) => [sentence.type, sentence])), actions };
}

export const FeaturesContext = createContext<Features | null>(null);

export function useFeatures(): Features {
  const features = useContext(FeaturesContext);
  if (!features) throw new Error('useFeatures is for the signed-in page');
  return features;
}

const none: Required<Actions> = { roomActions: [], messageActions: [] };

/** The actions of all features; none until they are loaded. */
export function useActions(): Required<Actions> {
  const { actions } = useFeatures();
  useEffect(() => void actions.load(), [actions]);
  return useSyncExternalStore(actions.subscribe, actions.get) ?? none;
}
