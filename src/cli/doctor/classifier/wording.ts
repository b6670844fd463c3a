import type { Severity } from '../../../gotchas/definition';

/** What AWS says, and what that means. */
export interface Wording {
  /** All of these are in the text, in any case; of several in one place, any. */
  readonly words: readonly (string | readonly string[])[];
  /** The gotcha. */
  readonly id: string;
  /** What follows `stopped tasks (3)`, or `events (3) say that ECS`. */
  readonly means: string;
  readonly why?: string;
  readonly fix?: string;
  readonly severity?: Severity;
}

/** The first of them that fits a text. AWS rewords its texts: parts of them are compared, loosely. */
export function wordingOf<W extends Wording>(text: string, all: readonly W[]): W | undefined {
  const said = text.toLowerCase();
  const has = (word: string): boolean => said.includes(word.toLowerCase());
  return all.find(({ words }) => words.every((word) => typeof word === 'string' ? has(word) : word.some(has)));
}
