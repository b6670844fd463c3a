import type { Terminal } from './terminal';

/** 0: no finding at or above `--fail-on`; 1: findings; 2: could not run. */
export type ExitCode = 0 | 1 | 2;

/** One word after `ecs-guardrails`. */
export interface Verb {
  readonly name: string;
  /** The whole of `--help`: fits 80 columns and 40 lines. */
  readonly help: string;
  run(args: readonly string[], terminal: Terminal): Promise<ExitCode>;
}

/** A mistake that the user has to correct: printed as one line, without a stack, and ends with 2. */
export class CannotLook extends Error {
  public readonly name = 'CannotLook';
}

/** Each verb is bundled by itself and brings a class of its own: the name is what they share. */
export function isCannotLook(error: unknown): error is CannotLook {
  return error instanceof Error && error.name === 'CannotLook';
}
