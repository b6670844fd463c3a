import { byState } from './by-state';
import { byTemplate } from './by-template';
import { reportedLog } from './reported-log';
import { combine, type Diagnosed, type Gap } from './diagnosed';
import { rootCauses } from './root-causes';
import { unreadIn } from './unread';
import type { Account } from '../../collect/account';
import { isLeftOut } from '../../collect/not-read';
import { count } from '../../collect/service-state';
import { groupBy } from '../../group-by';
import { redacted } from '../../report/redacted';
import type { Report, ReportedFinding } from '../../report/report';

/** Builds the report for an account. Pure: equal accounts result in equal reports. */
export function diagnose(account: Account): Report {
  const { findings, gaps, places, ok } = combine([byTemplate(account), byState(account)]);
  const [left, tried] = [gaps.filter(({ reason }) => isLeftOut(reason)), gaps.filter(({ reason }) => !isLeftOut(reason))];
  return redacted({
    verb: 'doctor', places, findings: rootCauses(account, findings).map(reported), gaps: once(tried), unread: unreadIn(account), notes: notesOn(left), ok,
  });
}

function reported({ causalRank: _causalRank, check: _check, thing: _thing, evidence, log, ...finding }: Diagnosed): ReportedFinding {
  return { ...finding, ...(evidence && evidence.length > 0 ? { evidence } : {}), ...(log ? { log: reportedLog(log) } : {}) };
}

/** Reports one reason once for one gotcha at one location. */
function once(gaps: readonly Gap[]): readonly Gap[] {
  const groups = groupBy(gaps, ({ id, at, reason }) => JSON.stringify([id, at.source, at.name, reason]));
  return [...groups.values()].map(([first]) => first);
}

/** Counts the checks that need what a run of this depth, or any run, does not try to read: they are no gaps. */
function notesOn(left: readonly Gap[]): readonly string[] {
  return [...groupBy(once(left), ({ reason }) => reason)].map(([reason, gaps]) => `${count(gaps.length, 'check')} left out: ${reason}`);
}
