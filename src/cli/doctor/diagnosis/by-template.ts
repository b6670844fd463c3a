import type { Diagnoses } from './diagnosed';
import { locationOf } from './live-location';
import { catalogue } from '../../../gotchas/catalogue.generated';
import { hasCheck } from '../../../gotchas/definition';
import { countChecks, examine } from '../../../gotchas/examine';
import { explained } from '../../../gotchas/explained';
import { readSubjects } from '../../../readers/subjects';
import type { Account } from '../../collect/account';
import { reasonOf } from '../../collect/not-read';
import { asTemplates } from '../live-templates/as-templates';

/** Findings of the catalogue in the configuration, by the checks of templates. */
export function byTemplate(account: Account): Diagnoses {
  const live = catalogue.filter(hasCheck).filter(({ levels, isObserved = false }) => levels.includes('live') && !isObserved);
  const subjects = readSubjects(asTemplates(account));
  const examinations = [...examine(subjects, live)]
    .map((examination) => ({ ...examination, at: locationOf(examination.subject.resource) }));
  return {
    findings: examinations.flatMap(({ gotcha, outcome, at }) => outcome.findings.map((finding) => ({
      ...explained(gotcha, finding),
      at,
      // A setting is no symptom, even if its gotcha mostly shows as one.
      causalRank: gotcha.causalRank === 'none' ? 'none' : 'cause',
      check: 'catalogue',
    }))),
    gaps: examinations.flatMap(({ gotcha, outcome, at }) => outcome.notChecked.map((reason) => ({ id: gotcha.id, at, reason: reasonOf(reason) }))),
    places: [],
    ok: countChecks(subjects, live) - examinations.length,
  };
}
