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

const details = (name: string) => reportOn(name).findings.filter(({ id }) => id === ID).map(({ severity, detail }) => `${severity}: ${detail}`);
const reasons = (name: string) => reportOn(name).gaps.filter(({ id }) => id === ID).map(({ reason }) => reason);

test('schedules that could not start are named with the numbers of their group', () => {
  expect(details('a start in the dead-letter queue of one of two schedules')).toEqual([
    'warning: target of schedule nightly or hourly could not be started (4 failed calls in the last day, 1 given up, 1 sent to dead-letter queues)',
  ]);
});

test('a schedule that EventBridge Scheduler still tries is no warning', () => {
  expect(details('a schedule that is still tried')).toEqual([
    'info: target of schedule nightly failed to start at first (3 failed calls in the last day, 0 given up, 0 sent to dead-letter queues)',
  ]);
});

test('failures that may be of another schedule are not checked', () => {
  expect(reasons('failures in a group with other schedules')).toEqual([
    'group default has 4 failed calls in the last day, 1 given up, 0 sent to dead-letter queues, and EventBridge Scheduler does not count them by schedule: they may be of 2 schedules without a task',
  ]);
  expect(reasons('schedules that were not read')).toEqual(['scheduler:ListSchedules is denied: allow it']);
});

test('state machines that were not read are not checked, and hide no rule', () => {
  expect(reasons('state machines that were not read')).toEqual(['states:DescribeStateMachine is denied: allow it']);
  const beside = 'a rule that failed, beside a state machine that was not read';
  expect(details(beside)).toHaveLength(1);
  expect(reasons(beside)).toEqual(['states:DescribeStateMachine is denied: allow it']);
});
