import { evaluate } from './definition';
import { guards } from './guards.generated';
import { ownError, render } from './message';
import type { SubjectKind, Subjects } from '../facts/subjects';

export { refuse } from './message';

/** Throws with every guard that the facts of one subject run into. Runs before anything is created. */
export function enforce<S extends SubjectKind>(at: string, subject: S, facts: Subjects[S]): void {
  const messages = guardMessages(at, subject, facts);
  if (messages.length > 0) throw ownError(messages.join('\n\n'));
}

/** The same messages, for a validation at synthesis, which collects them. */
export function guardMessages<S extends SubjectKind>(at: string, subject: S, facts: Subjects[S]): string[] {
  return guards
    .filter((gotcha) => gotcha.subject === subject)
    .flatMap((gotcha) => evaluate(gotcha, facts).findings
      // What is only likely is for the report, where it can be acknowledged.
      .filter(({ severity }) => (severity ?? gotcha.severity) === 'error')
      .map((finding) => render({
        headline: finding.detail,
        id: gotcha.id,
        at,
        property: finding.property,
        why: gotcha.why,
        fix: finding.fix ?? gotcha.fix,
        docs: gotcha.docsUrl,
      })));
}
