import type { Diagnoses } from './diagnosed';
import { locationOf } from './live-location';
import { examineApp } from '../../../examination/examine-app';
import { isConsequence } from '../../../gotchas/causal-rank';
import { catalogue } from '../../../gotchas/catalogue.generated';
import { hasCheck } from '../../../gotchas/definition';
import { explained } from '../../../gotchas/explained';
import type { Account } from '../../collect/account';
import { reasonOf } from '../../collect/not-read';
import { asTemplates } from '../live-templates/as-templates';

/** Findings of the catalogue in the configuration, by the checks of templates. */
export function byTemplate(account: Account): Diagnoses {
  const live = catalogue.filter(hasCheck).filter(({ levels, isObserved = false }) => levels.includes('live') && !isObserved);
  const { examinations: all, ok } = examineApp(asTemplates(account), live);
  const examinations = all.map((examination) => ({ ...examination, at: locationOf(examination.subject.resource) }));
  return {
    findings: examinations.flatMap(({ gotcha, outcome, at }) => outcome.findings.map((finding) => ({
      ...explained(gotcha, finding),
      at,
      // A setting is no symptom, even if its gotcha mostly shows as one.
      causalRank: gotcha.causalRank !== undefined && isConsequence(gotcha.causalRank) ? 'cause' : gotcha.causalRank ?? 'cause',
      check: 'catalogue',
    }))),
    gaps: examinations.flatMap(({ gotcha, outcome, at }) => outcome.notChecked.map((reason) => ({ id: gotcha.id, at, reason: reasonOf(reason) }))),
    places: [],
    ok,
  };
}
