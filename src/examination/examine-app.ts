import { countChecks, examine, type Examination } from './examine';
import { VariantMerger } from './merge-variants';
import { App } from '../cloudformation/app';
import type { Resource, TemplateSource } from '../cloudformation/template';
import { variantDescriber } from '../cloudformation/variants/assumptions';
import { variantsOf } from '../cloudformation/variants/variants';
import type { GotchaDefinition } from '../gotchas/definition';
import { subjectsOf, type Subject } from '../readers/subjects';

/** All that the catalogue finds in the templates of one app, in all variants of its parameters. */
export interface AppExamination {
  readonly subjects: readonly Subject[];
  /** Checks that found something, or that needed an unknown fact. */
  readonly examinations: readonly Examination<Subject>[];
  /** Number of checks that found nothing. */
  readonly ok: number;
  /** True if conditions were evaluated with assumed parameters. */
  readonly isAssuming: boolean;
  /** The templates after the expansion of their loops. */
  readonly expanded: readonly TemplateSource[];
}

/**
 * Examines the templates of one app for gotchas.
 *
 * @param isWanted whether a resource is examined; by default, all resources are
 */
export function examineApp(
  sources: readonly TemplateSource[], gotchas: readonly GotchaDefinition[], isWanted?: (resource: Resource) => boolean,
): AppExamination {
  const steps = examineInSteps(sources, gotchas, isWanted);
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}

/** Examines the templates of one app in small steps, so that other work can run in between. Each step names the work that it did. */
export function* examineInSteps(
  sources: readonly TemplateSource[], gotchas: readonly GotchaDefinition[], isWanted?: (resource: Resource) => boolean,
): Generator<string, AppExamination, void> {
  const variants = variantsOf(sources);
  const merger = new VariantMerger(variantDescriber<Subject>(variants));
  let expanded: readonly TemplateSource[] = sources;
  for (const variant of variants) {
    yield 'reading templates';
    const app = new App(variant.sources);
    if (variant === variants[0]) expanded = app.sources;
    const subjects = subjectsOf(app, variant.affected, isWanted);
    const examinations: Examination<Subject>[] = [];
    for (const examination of examine(subjects, gotchas)) {
      examinations.push(examination);
      yield `${examination.subject.resource.logicalId} checked`;
    }
    merger.add({ variant, subjects, examinations });
  }
  const subjects = merger.subjects();
  const examinations = [...merger.examinations()];
  return { subjects, examinations, ok: countChecks(subjects, gotchas) - examinations.length, isAssuming: variants.length > 1, expanded };
}
