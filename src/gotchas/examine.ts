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
  const byKind = groupBySubject(gotchas);
  const examinations: Examination<E>[] = [];
  for (const subject of subjects) {
    for (const gotcha of byKind.get(subject.kind) ?? []) examinations.push({ gotcha, subject, outcome: evaluate(gotcha, subject.facts) });
  }
  return examinations;
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
