import type { Stack } from 'aws-cdk-lib/core';

/** A situation that a gotcha must catch, or must leave alone. */
export interface GotchaCase {
  /** A sentence. */
  readonly name: string;
  readonly caught: boolean;
  /** It can't be told, and the outcome must say so. */
  readonly notChecked?: boolean;
  /** Milder than the gotcha's own. */
  readonly severity?: 'warning' | 'info';
  /** Builds it with what users write. */
  readonly app: (stack: Stack) => void;
}
