import { diagnose } from '../../../src/cli/doctor/diagnosis/diagnose';
import { cases } from '../../../src/gotchas/que/que-dead-letters-wait.cases';

const ID = 'que-dead-letters-wait';
const reportOn = (name: string) => diagnose(cases.find((one) => one.name === name)!.account);

test('a dead-letter queue is named with its messages, what sends to it, and how long SQS keeps them', () => {
  const { findings } = reportOn('starts that a schedule gave up');
  expect(findings.filter(({ id }) => id === ID)).toMatchObject([{
    severity: 'warning',
    at: { name: 'eu-west-1', kind: 'region' },
    detail: 'messages (1) wait in dead-letter queue jobs-dead of queue jobs, schedule nightly; SQS deletes them after 4 days',
  }]);
});

test('a queue that was not read is not checked', () => {
  const { gaps } = reportOn('a queue that was not read');
  expect(gaps.filter(({ id }) => id === ID)).toMatchObject([{ reason: 'sqs:GetQueueAttributes is denied: allow it' }]);
});
