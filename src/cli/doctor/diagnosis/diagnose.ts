import { byState } from './by-state';
import { byTemplate } from './by-template';
import { combine, type Diagnosed, type Gap } from './diagnosed';
import { rootCauses } from './root-causes';
import type { Account } from '../../collect/account';
import { groupBy } from '../../group-by';
import { redacted } from '../../report/redacted';
import type { Report, ReportedFinding } from '../../report/report';

/** Builds the report for an account. Pure: equal accounts result in equal reports. */
export function diagnose(account: Account): Report {
  const { findings, gaps, places, ok } = combine([byTemplate(account), byState(account)]);
  return redacted({ verb: 'doctor', places, findings: rootCauses(account, findings).map(reported), gaps: once(gaps), ok });
}

function reported({ causalRank: _causalRank, check: _check, evidence, ...finding }: Diagnosed): ReportedFinding {
  return { ...finding, ...(evidence && evidence.length > 0 ? { evidence } : {}) };
}

/** Reports one reason once for one gotcha at one location. */
function once(gaps: readonly Gap[]): readonly Gap[] {
  const groups = groupBy(gaps, ({ id, at, reason }) => JSON.stringify([id, at.source, at.name, reason]));
  return [...groups.values()].map(([first]) => first);
}
