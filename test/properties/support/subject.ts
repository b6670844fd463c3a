import type { Construct } from 'constructs';
import type { Resources, World } from './world';

/** A construct under test, made from cases in plain data. */
export interface Subject<C> {
  /**
   * Makes the construct as `id` in the scope.
   *
   * Arguments that must be constructs are created in `given`, so that everything else in the scope is created by it.
   */
  readonly build: (scope: Construct, id: string, one: C, world: World, given: Construct) => void;

  /** Checks the resources of a case. Throws where they are wrong. */
  readonly holds?: (resources: Resources, one: C) => void;
}
