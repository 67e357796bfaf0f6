import { features } from '#server/features.ts';
import type { Feature } from '#server/platform/feature.ts';
import type { PermissionFixture } from './permission-fixture.ts';
import type { Causes } from './scene.ts';

type Input = (fixture: PermissionFixture) => unknown;
/** An event as a release has stored it. */
export interface StoredEvent {
  /** The release and what is special of it. */
  shape: string;
  row: { rev: number; roomId: string | null; userId: string | null; kind: string; data: string; at: number };
}
interface Fixture {
  inputs?: Record<string, Input>;
  causes?: Causes;
  storedEvents?: readonly StoredEvent[];
}

const written = import.meta.glob<Record<string, Feature>>('../features/*/feature.ts', { eager: true });
const fixtures = import.meta.glob<Fixture>('../features/*/fixture.ts', { eager: true });

/** The inputs that the folder of a feature has for its procedures. */
function inputsOf(feature: Feature): Record<string, Input> {
  const file = Object.keys(written).find((path) => Object.values(written[path] ?? {}).includes(feature));
  return fixtures[file?.replace('feature.ts', 'fixture.ts') ?? '']?.inputs ?? {};
}

/** A right input for each procedure, by its path. What it answers to whom follows from the rule that it asks for. */
export const inputs: ReadonlyMap<string, Input> = new Map(
  Object.entries<Feature>(features).flatMap(([noun, feature]) =>
    Object.entries(inputsOf(feature)).map(([verb, input]): [string, Input] => [`${noun}.${verb}`, input]),
  ),
);
/** What somebody does that causes an event, from the folders of the features. */
export const causesOfFeatures: Causes = Object.assign({}, ...Object.values(fixtures).map(({ causes }) => causes));
/** One event of each kind and past shape, from the folders of the features. */
export const storedEvents: readonly StoredEvent[] = Object.values(fixtures).flatMap(
  (fixture) => fixture.storedEvents ?? [],
);
