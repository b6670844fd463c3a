import type { Diagnoses } from './diagnosed';
import { locationOf } from './live-location';
import { areaOf } from '../../../gotchas/area';
import { catalogue } from '../../../gotchas/catalogue.generated';
import { countChecks, examine } from '../../../gotchas/examine';
import { explained } from '../../../gotchas/explained';
import { readSubjects } from '../../../readers/subjects';
import type { Account } from '../../collect/account';
import { reasonOf } from '../../collect/not-read';
import { SERVICE_CHECKS } from '../checks';
import { CausalRank } from '../live-check';
import { asTemplates } from '../live-templates/as-templates';

const SEEN = new Set(SERVICE_CHECKS.flatMap(({ instead = [] }) => instead));

// What is risky, dear or unsupervised is no reason for tasks to die.
const NO_CAUSE = new Set(['cost', 'ops', 'scl', 'sd', 'sec']);

/** What the catalogue says of what is configured: the same checks as those of templates. */
export function byTemplate(account: Account): Diagnoses {
  const live = catalogue.filter(({ id, levels }) => levels.includes('live') && !SEEN.has(id));
  const subjects = readSubjects(asTemplates(account));
  const examinations = [...examine(subjects, live)]
    .map((examination) => ({ ...examination, at: locationOf(examination.subject.resource) }));
  return {
    findings: examinations.flatMap(({ gotcha, outcome, at }) => outcome.findings.map((finding) => ({
      ...explained(gotcha, finding),
      at,
      standing: NO_CAUSE.has(areaOf(gotcha.id)) ? CausalRank.NONE : CausalRank.CAUSE,
      check: 'catalogue',
    }))),
    gaps: examinations.flatMap(({ gotcha, outcome, at }) => outcome.notChecked.map((reason) => ({ id: gotcha.id, at, reason: reasonOf(reason) }))),
    places: [],
    ok: countChecks(subjects, live) - examinations.length,
  };
}
