import type { Said } from './said';
import type { Severity } from '../../../gotchas/definition';

/** What a text of AWS means for the tasks of a service. */
export interface Meaning {
  /** The gotcha. */
  readonly id: string;
  /** A predicate whose subject is the tasks: `can't reach the registry of their image`. */
  readonly means: string;
  /** Replaces the gotcha's why. */
  readonly why?: string;
  /** Replaces the gotcha's fix. */
  readonly fix?: string;
  /** @default error */
  readonly severity?: Severity;
  /** The text says what failed and not why. */
  readonly isVague?: boolean;
}

/** Why something failed: the first that fits counts. */
export interface Cause {
  readonly when: RegExp | ((said: Said) => boolean);
  /** `undefined`: the text reports no fault. `unknown`: it reports one that is new. */
  readonly meaning: Meaning | ((said: Said) => Meaning) | 'unknown' | undefined;
}

/** What failed, with the causes it is known to have. */
export interface Subject {
  /** In words that name the thing, never in words that name a cause. */
  readonly is: RegExp;
  readonly causes: readonly Cause[];
  /** For a cause that is missing in the text, or new. */
  readonly otherwise: Cause['meaning'];
}
