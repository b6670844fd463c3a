import { evaluate, severityOfFinding, type Finding, type GotchaDefinition } from './definition';
import { guards } from './guards.generated';
import { ownError, render } from './message';
import { inWordsOfProps } from './words-of-props';
import type { SubjectKind, Subjects } from '../facts/subjects';

export { refuse } from './message';

/** Throws with every guard that the facts of one subject run into. Runs before anything is created. */
export function enforce<S extends SubjectKind>(at: string, subject: S, facts: Subjects[S]): void {
  const messages = guardMessages(at, subject, facts);
  if (messages.length > 0) throw ownError(messages.join('\n\n'));
}

/** Messages of failed guards, for a validation at synthesis, which collects them. */
export function guardMessages<S extends SubjectKind>(at: string, subject: S, facts: Subjects[S]): string[] {
  return guards
    .filter((gotcha) => gotcha.subject === subject)
    .flatMap((gotcha) => evaluate(gotcha, facts).findings
      .filter((finding) => isRefused(gotcha, finding))
      .map(({ detail, property, fix = gotcha.fix }) => render({
        gotcha, headline: inWordsOfProps(detail), at, property: property && inWordsOfProps(property), fix: inWordsOfProps(fix),
      })));
}

// A finding that is milder than its gotcha, or only likely, is for the report, where it can be acknowledged.
function isRefused(gotcha: GotchaDefinition, finding: Finding): boolean {
  return finding.consequence === undefined || severityOfFinding(gotcha, finding) === 'error';
}
