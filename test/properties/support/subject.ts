import type { Construct } from 'constructs';
import type { Resources, World } from './world';

/** A construct under test, made from cases in plain data. */
export interface Subject<C> {
  /**
   * Makes the construct as `id` in the scope.
   *
   * What it is given that has to be a construct goes into `given`, so that everything else in the scope is its doing.
   */
  readonly build: (scope: Construct, id: string, one: C, world: World, given: Construct) => void;

  /** What has to hold for the resources that come of a case. Throws where it doesn't. */
  readonly holds?: (resources: Resources, one: C) => void;
}
