import type { Fact } from './fact';

/** How a service picks among the instances that fit. */
export interface PlacementStrategyFacts {
  readonly type: Fact<'random' | 'spread' | 'binpack'>;
  /** `undefined` for random. */
  readonly field: Fact<string | undefined>;
}
