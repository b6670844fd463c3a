import type { Fact } from './fact';

/** Days that CloudWatch Logs can keep a log group for. */
export const RETENTIONS: readonly number[] = [
  1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653,
];

/** Form in which a log group names its key. */
export type KeyForm = 'arn' | 'alias' | 'id';

/** A log group of the app to which containers write. */
export interface LogGroupFacts {
  /** For messages. */
  readonly shownAs: string;
  readonly name: Fact<string | undefined>;
  readonly retentionDays: Fact<number | undefined>;
  /** CloudWatch Logs defaults to `STANDARD`. */
  readonly className: Fact<string>;
  /** `undefined`: it has no key of its own. */
  readonly keyForm: Fact<KeyForm | undefined>;
  /** True if its key is in the app, and is switched off or not symmetric. */
  readonly keyIsUnfit: Fact<boolean>;
  /** Types of the filters of the app that read it, as in `AWS::Logs::MetricFilter`. */
  readonly filters: readonly string[];
}
