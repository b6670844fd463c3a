import { evaluate, type GotchaDefinition, type Outcome } from './definition';
import type { SubjectKind, Subjects } from '../facts/subjects';

/** Something to check. */
export interface Examinee {
  readonly kind: SubjectKind;
  readonly facts: Subjects[SubjectKind];
}

/** What one gotcha says of one subject. */
export interface Examination<E extends Examinee> {
  readonly gotcha: GotchaDefinition;
  readonly subject: E;
  readonly outcome: Outcome;
}

/** Checks each subject for every gotcha about its kind. */
export function examine<E extends Examinee>(subjects: readonly E[], gotchas: readonly GotchaDefinition[]): ReadonlyArray<Examination<E>> {
  return subjects.flatMap((subject) => gotchas
    .filter((gotcha) => gotcha.subject === subject.kind)
    .map((gotcha) => ({ gotcha, subject, outcome: evaluate(gotcha, subject.facts) })));
}
