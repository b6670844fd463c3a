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

/** Checks each subject for every gotcha about its kind, one after the other: of a large app there are too many outcomes to hold them all. */
export function* examine<E extends Examinee>(subjects: readonly E[], gotchas: readonly GotchaDefinition[]): Generator<Examination<E>, void> {
  const byKind = groupBySubject(gotchas);
  for (const subject of subjects) {
    for (const gotcha of byKind.get(subject.kind) ?? []) yield { gotcha, subject, outcome: evaluate(gotcha, subject.facts) };
  }
}

function groupBySubject(gotchas: readonly GotchaDefinition[]): ReadonlyMap<SubjectKind, readonly GotchaDefinition[]> {
  const groups = new Map<SubjectKind, GotchaDefinition[]>();
  for (const gotcha of gotchas) {
    const group = groups.get(gotcha.subject);
    if (group) group.push(gotcha);
    else groups.set(gotcha.subject, [gotcha]);
  }
  return groups;
}
