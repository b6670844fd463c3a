import type { FailureText } from './failure-text';
import type { Severity } from '../../../gotchas/definition';

/** The meaning of a text of AWS for the tasks of a service. */
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
  /** The text names what failed and not why. */
  readonly isVague?: boolean;
}

/** A cause of a failure: the first that fits counts. */
export interface Cause {
  readonly when: RegExp | ((failure: FailureText) => boolean);
  /** `undefined`: the text reports no fault. `unknown`: it reports one that is new. */
  readonly meaning: Meaning | ((failure: FailureText) => Meaning) | 'unknown' | undefined;
}

/** A thing that fails, with its known causes. */
export interface Subject {
  /** In words that name the thing, never in words that name a cause. */
  readonly is: RegExp;
  readonly causes: readonly Cause[];
  /** For a cause that is missing in the text, or new. */
  readonly otherwise: Cause['meaning'];
}
