import type { Fact } from './fact';

/** Strategy by which a service chooses among suitable instances. */
export interface PlacementStrategyFacts {
  readonly type: Fact<'random' | 'spread' | 'binpack'>;
  /** `undefined` for random. */
  readonly field: Fact<string | undefined>;
}
