import type { Causes } from './scene.ts';

interface Fixture {
  causes?: Causes;
  storedEvents?: readonly StoredEvent[];
}
/** An event as a release has stored it. */
export interface StoredEvent {
  /** The release and what is special of it. */
  shape: string;
  row: { rev: number; roomId: string | null; userId: string | null; kind: string; data: string; at: number };
}

const fixtures = Object.values(import.meta.glob<Fixture>('../features/*/fixture.ts', { eager: true }));

/** What the folders of the features know to cause their events. */
export const causesOfFeatures: Causes = Object.assign({}, ...fixtures.map(({ causes }) => causes));
/** One event of each kind and past shape, from the folders of the features. */
export const storedEvents: readonly StoredEvent[] = fixtures.flatMap((fixture) => fixture.storedEvents ?? []);
