import { diagnose } from '../../../src/cli/doctor/diagnosis/diagnose';
import { cases } from '../../../src/gotchas/que/que-oldest-message-ages.cases';

const ID = 'que-oldest-message-ages';
const accountOf = (name: string) => cases.find((one) => one.name === name)!.account;
const gapsOf = (name: string) => diagnose(accountOf(name)).gaps.filter(({ id }) => id === ID).map(({ reason }) => reason);

test('a queue that its service cannot keep up with shows the ages of the last hours', () => {
  const { findings } = diagnose(accountOf('as many tasks as the range allows, and messages that wait longer each hour'));
  expect(findings.filter(({ id }) => id === ID)).toMatchObject([{
    severity: 'warning', detail: 'maxCapacity (2) is reached, and the oldest message of queue jobs waits longer each hour: 5, 21, 74, 133 minutes',
  }]);
});

test('ages that are missing are not checked', () => {
  expect(gapsOf('a queue without data')).toEqual(['CloudWatch has no ages of messages in queue jobs for the last 3 hours']);
  expect(gapsOf('metrics that were not read')).toEqual(['cloudwatch:GetMetricData is denied: allow it']);
});

test('ages of a service with room are checked without data', () => {
  expect(gapsOf('room in the range')).toEqual([]);
});
