import type { SubjectKind, Subjects } from '../facts/subjects';
import { evaluate, isOk, type GotchaDefinition, type Outcome } from '../gotchas/definition';

/** Something to check. */
export interface Examinee {
  readonly kind: SubjectKind;
  readonly facts: Subjects[SubjectKind];
}

/** Outcome of one gotcha for one subject. */
export interface Examination<E extends Examinee> {
  readonly gotcha: GotchaDefinition;
  readonly subject: E;
  readonly outcome: Outcome;
}

/**
 * Checks each subject for every gotcha about its kind, and yields the outcomes that are not ok: in a large
 * app nearly all outcomes are ok, and too many to keep.
 */
export function* examine<E extends Examinee>(subjects: readonly E[], gotchas: readonly GotchaDefinition[]): Generator<Examination<E>, void> {
  const byKind = groupBySubject(gotchas);
  for (const subject of subjects) yield* examineOne(subject, byKind.get(subject.kind) ?? []);
}

/** Number of checks for the subjects. */
export function countChecks(subjects: readonly Examinee[], gotchas: readonly GotchaDefinition[]): number {
  const byKind = groupBySubject(gotchas);
  return subjects.reduce((sum, { kind }) => sum + (byKind.get(kind)?.length ?? 0), 0);
}

function examineOne<E extends Examinee>(subject: E, gotchas: readonly GotchaDefinition[]): readonly Examination<E>[] {
  const examinations: Examination<E>[] = [];
  for (const gotcha of gotchas) {
    const outcome = evaluate(gotcha, subject.facts);
    if (!isOk(outcome)) examinations.push({ gotcha, subject, outcome });
  }
  return examinations;
}

function groupBySubject(gotchas: readonly GotchaDefinition[]): ReadonlyMap<SubjectKind, readonly GotchaDefinition[]> {
  const groups = new Map<SubjectKind, GotchaDefinition[]>();
  for (const gotcha of gotchas) {
    for (const kind of [gotcha.subject, ...gotcha.alsoOn ?? []]) {
      const group = groups.get(kind);
      if (group) group.push(gotcha);
      else groups.set(kind, [gotcha]);
    }
  }
  return groups;
}
