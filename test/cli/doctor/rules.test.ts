import { diagnose } from '../../../src/cli/doctor/diagnosis/diagnose';
import { cases } from '../../../src/gotchas/ops/ops-schedule-cannot-start.cases';

const ID = 'ops-schedule-cannot-start';
const reportOn = (name: string) => diagnose(cases.find((one) => one.name === name)!.account);

test('a rule that cannot start its target is named, with its failures and its dead letters', () => {
  const { findings } = reportOn('a rule that failed twice, with a dead-letter queue');
  expect(findings.filter(({ id }) => id === ID)).toMatchObject([{
    severity: 'warning',
    detail: 'targets of rule nightly-report could not be started (2 failed invocations in the last day, 2 events sent to its dead-letter queue)',
  }]);
});

test('rules that were not read are not checked', () => {
  const { gaps } = reportOn('rules that were not read');
  expect(gaps.filter(({ id }) => id === ID)).toMatchObject([{ reason: 'events:ListRuleNamesByTarget is denied: allow it' }]);
});
