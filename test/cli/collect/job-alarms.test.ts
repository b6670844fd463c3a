import { FakeAws, makeAccount, withoutMachine } from './fake-aws';
import { collect } from '../../../src/cli/collect/collect';
import { Unknown } from '../../../src/facts/fact';

withoutMachine();

/** An account with one job that is late, one that is not, and another alarm. */
function awsWithJobs(): FakeAws {
  const account = makeAccount(1);
  const job = { Namespace: 'EcsJobs', MetricName: 'Succeeded' };
  for (const alarm of [
    { AlarmName: 'late', StateValue: 'ALARM', ...job },
    { AlarmName: 'in-time', StateValue: 'OK', ...job },
    { AlarmName: 'errors', StateValue: 'ALARM', Namespace: 'AWS/States', MetricName: 'ExecutionsFailed' },
  ]) account.alarms.set(alarm.AlarmName, alarm);
  return new FakeAws(account);
}

const alarmsOf = async (aws: FakeAws, depth: 'default' | 'deep' = 'deep') => (await collect({ clusters: 'all', depth }, aws.options)).jobAlarms;

test('alarms of late jobs are read in one call', async () => {
  const aws = awsWithJobs();
  expect(await alarmsOf(aws)).toMatchObject([{ AlarmName: 'late' }]);
  expect(aws.inputs.DescribeAlarms.filter(({ StateValue }) => StateValue === 'ALARM')).toHaveLength(1);
});

test('alarms that are denied leave a gap', async () => {
  expect(await alarmsOf(awsWithJobs().refuse('DescribeAlarms', 'AccessDenied'))).toEqual(new Unknown('cloudwatch:DescribeAlarms is denied: allow it'));
});

test('alarms of jobs are read at depth deep only', async () => {
  expect(await alarmsOf(awsWithJobs(), 'default')).toEqual(new Unknown('it is read with --depth deep only'));
});
